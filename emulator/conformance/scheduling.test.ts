import { describe, expect, it } from 'vitest'
import { ann, codeOf, own, useStage } from './helpers/stage.ts'

const minutes = 60_000
const start = Date.parse('2026-03-02T15:00:00Z')
const after = (ms: number) => new Date(start + ms)

describe('a scheduled text', () => {
  const stage = useStage()
  const service = async () => {
    const { sid } = await stage().client.messaging.v1.services.create({ friendlyName: 'Reminders' })
    const [number] = await stage().client.incomingPhoneNumbers.list({ phoneNumber: own })
    await stage().client.messaging.v1.services(sid).phoneNumbers.create({ phoneNumberSid: number!.sid })
    return sid
  }
  const schedule = async (input: object = {}) =>
    stage().client.messages.create({
      messagingServiceSid: await service(),
      to: ann,
      body: 'Tomorrow at nine',
      scheduleType: 'fixed',
      sendAt: after(10 * minutes),
      ...input,
    })

  it('waits for its hour, unseen by the handset', async () => {
    const message = await schedule()
    expect(message).toMatchObject({ status: 'scheduled', from: null, dateSent: null })
    await stage().advance(10 * minutes - 1)
    expect((await stage().client.messages(message.sid).fetch()).status).toBe('scheduled')
    expect(await stage().inbox(ann)).toEqual([])
  })

  it('is then queued, sent and delivered', async () => {
    const message = await schedule({ statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().advance(11 * minutes)
    expect(await stage().client.messages(message.sid).fetch()).toMatchObject({ status: 'delivered', from: own })
    expect(
      stage()
        .app.at('/status')
        .map((each) => each['MessageStatus']),
    ).toEqual(['queued', 'sent', 'delivered'])
    expect(await stage().inbox(ann)).toMatchObject([{ body: 'Tomorrow at nine', from: own }])
  })

  it('can be canceled until then, once, and tells of it', async () => {
    const message = await schedule({ statusCallback: stage().app.on('/status', { status: 204 }) })
    expect((await stage().client.messages(message.sid).update({ status: 'canceled' })).status).toBe('canceled')
    expect(await codeOf(stage().client.messages(message.sid).update({ status: 'canceled' }))).toBe(30409)
    await stage().advance(60 * minutes)
    expect(await stage().inbox(ann)).toEqual([])
    expect(
      stage()
        .app.at('/status')
        .map((each) => each['MessageStatus']),
    ).toEqual(['canceled'])
  })

  it('cannot be canceled once it is on its way', async () => {
    const message = await schedule()
    await stage().advance(10 * minutes + 100)
    expect(await codeOf(stage().client.messages(message.sid).update({ status: 'canceled' }))).toBe(30409)
  })

  it('is not sent to whoever has opted out in the meantime', async () => {
    const message = await schedule()
    await stage().text(ann, 'STOP')
    await stage().advance(11 * minutes)
    expect(await stage().client.messages(message.sid).fetch()).toMatchObject({ status: 'failed', errorCode: 21610 })
  })

  it.each([
    ['299 s ahead', { sendAt: after(299_000) }, 35115],
    ['in the past', { sendAt: after(-minutes) }, 35115],
    ['36 days ahead', { sendAt: after(36 * 24 * 60 * minutes) }, 35115],
    ['at no time at all', { sendAt: 'tomorrow' }, 35114],
    ['without a time', { sendAt: undefined }, 35111],
    ['without saying how', { scheduleType: undefined }, 35126],
    ['without a Messaging Service', { messagingServiceSid: undefined, from: own }, 35118],
  ])('%s is refused', async (_name, input, code) => {
    expect(await codeOf(schedule(input))).toBe(code)
  })

  it.each([
    ['300 s', 300_000],
    ['35 days', 35 * 24 * 60 * minutes],
  ])('may be %s ahead', async (_name, ms) => {
    expect((await schedule({ sendAt: after(ms) })).status).toBe('scheduled')
  })
})
