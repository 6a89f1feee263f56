import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, secondOwn, useStage } from './helpers/stage.ts'

describe('sending a text', () => {
  const stage = useStage()

  const send = (input: object = {}) => stage().client.messages.create({ from: own, to: ann, body: 'Hello', ...input })

  it('is queued at first', async () => {
    const message = await send()
    expect(message).toMatchObject({ status: 'queued', direction: 'outbound-api', from: own, to: ann, numSegments: '1' })
    expect(message).toMatchObject({ price: null, errorCode: null, dateSent: null, numMedia: '0' })
    expect(message.sid).toMatch(/^SM[0-9a-f]{32}$/)
  })

  it('goes from sending to sent to delivered as time passes', async () => {
    const { sid } = await send()
    const statuses = []
    for (const ms of [199, 1, 300, 500]) {
      await stage().advance(ms)
      statuses.push((await stage().client.messages(sid).fetch()).status)
    }
    expect(statuses).toEqual(['queued', 'sending', 'sent', 'delivered'])
  })

  it('has its price and its date of sending once it is delivered', async () => {
    const { sid } = await send({ body: 'x'.repeat(161) })
    await stage().advance(1000)
    const message = await stage().client.messages(sid).fetch()
    expect(message.price).toBe('-0.01660')
    expect(message.dateSent?.toISOString()).toBe('2026-03-02T15:00:00.000Z')
  })

  it('tells the status callback of sent and delivered, not of queued', async () => {
    const { sid } = await send({ statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().advance(2000)
    const callbacks = stage().app.at('/status')
    expect(callbacks.map((each) => each['MessageStatus'])).toEqual(['sent', 'delivered'])
    expect(callbacks[1]).toEqual({
      AccountSid: stage().emulator.accountSid,
      ApiVersion: '2010-04-01',
      From: own,
      MessageSid: sid,
      MessageStatus: 'delivered',
      RawDlrDoneDate: '2603021500',
      SmsSid: sid,
      SmsStatus: 'delivered',
      To: ann,
    })
  })

  it('arrives at the handset', async () => {
    await send({ body: 'It’s 5 o’clock 🕔' })
    expect(await stage().inbox(ann)).toMatchObject([{ direction: 'received', body: 'It’s 5 o’clock 🕔', from: own }])
  })

  it('is an MM message when it has media, and may then have no body', async () => {
    const message = await send({
      body: undefined,
      mediaUrl: ['https://example.com/a.png', 'https://example.com/b.png'],
    })
    expect(message.sid).toMatch(/^MM/)
    expect(message.numMedia).toBe('2')
  })

  it('to a number of the account is an inbound text there', async () => {
    await stage().configure(secondOwn, { smsUrl: stage().app.on('/sms', '<Response/>') })
    await send({ to: secondOwn, body: 'inside' })
    await stage().advance(1000)
    expect(stage().app.at('/sms')).toMatchObject([{ From: own, To: secondOwn, Body: 'inside' }])
  })

  it('reads a national number as North American', async () => {
    expect((await send({ to: '(415) 555-0111' })).to).toBe(ann)
  })

  it.each([
    ['without To', { to: '' }, 21604],
    ['without From', { from: '' }, 21603],
    ['without a body', { body: '' }, 21602],
    ['to what is no number', { to: 'banana' }, 21211],
    ['to a number no country has', { to: '+15555550100' }, 21211],
    ['from what is no number', { from: '+123' }, 21212],
    ['from a number of somebody else', { from: bob }, 21606],
    ['from a number to itself', { to: own }, 21266],
    ['longer than 1600 characters', { body: 'x'.repeat(1601) }, 21617],
    ['with a callback to a host with an underscore', { statusCallback: 'http://my_host/x' }, 21609],
    ['with a callback that is no URL', { statusCallback: 'nonsense' }, 21609],
    ['with eleven media', { mediaUrl: Array.from({ length: 11 }, () => 'https://example.com/a.png') }, 21623],
    ['with media that is no URL', { mediaUrl: ['nonsense'] }, 21620],
    ['with a validity of 0 s', { validityPeriod: 0 }, 21624],
    ['through a Messaging Service nobody has', { messagingServiceSid: `MG${'0'.repeat(32)}` }, 21701],
    [
      'scheduled without a Messaging Service',
      { sendAt: new Date('2026-03-03T00:00:00Z'), scheduleType: 'fixed' },
      35118,
    ],
  ])('%s is refused', async (_name, input, code) => {
    expect(await codeOf(send(input))).toBe(code)
  })

  it('of exactly 1600 characters is taken', async () => {
    expect((await send({ body: 'x'.repeat(1600) })).numSegments).toBe('11')
  })

  it('to a phone with an error code ends undelivered with that code', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, errorCode: 30003 })
    const { sid } = await send({ statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().advance(2000)
    const message = await stage().client.messages(sid).fetch()
    expect(message).toMatchObject({ status: 'undelivered', errorCode: 30003, price: null })
    expect(message.errorMessage).toBe('Unreachable destination handset')
    expect(stage().app.at('/status').at(-1)).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30003' })
  })

  it('that Twilio gives up on itself ends failed and is never sent', async () => {
    await stage().control('POST', '/faults', { rules: [{ on: 'number', phoneNumber: ann, errorCode: 30001 }] })
    await send({ statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().advance(2000)
    expect(
      stage()
        .app.at('/status')
        .map((each) => each['MessageStatus']),
    ).toEqual(['failed'])
  })
})

describe('a text that was sent', () => {
  const stage = useStage()
  const sent = async () => {
    const message = await stage().client.messages.create({ from: own, to: ann, body: 'Hello' })
    await stage().advance(1000)
    return message.sid
  }

  it('is redacted by an empty body', async () => {
    const sid = await sent()
    expect((await stage().client.messages(sid).update({ body: '' })).body).toBe('')
  })

  it('cannot be given another body', async () => {
    const sid = await sent()
    expect(await codeOf(stage().client.messages(sid).update({ body: 'other' }))).toBe(20001)
  })

  it('cannot be canceled', async () => {
    const sid = await sent()
    expect(await codeOf(stage().client.messages(sid).update({ status: 'canceled' }))).toBe(30409)
  })

  it('can be deleted, and is then unknown', async () => {
    const sid = await sent()
    expect(await stage().client.messages(sid).remove()).toBe(true)
    expect(await codeOf(stage().client.messages(sid).fetch())).toBe(20404)
  })

  it('cannot be deleted while it is under way', async () => {
    const { sid } = await stage().client.messages.create({ from: own, to: ann, body: 'Hello' })
    expect(await codeOf(stage().client.messages(sid).remove())).toBe(20009)
  })

  it('is found by its numbers and its day', async () => {
    await sent()
    await stage().client.messages.create({ from: own, to: bob, body: 'Other' })
    await stage().advance(1000)
    const list = async (filter: object) => (await stage().client.messages.list(filter)).map((each) => each.to)
    expect(await list({})).toEqual([bob, ann])
    expect(await list({ to: ann })).toEqual([ann])
    expect(await list({ from: secondOwn })).toEqual([])
    expect(await list({ dateSent: new Date('2026-03-02T00:00:00Z') })).toHaveLength(2)
    expect(await list({ dateSentAfter: new Date('2026-03-03T00:00:00Z') })).toEqual([])
    expect(await list({ dateSentBefore: new Date('2026-03-03T00:00:00Z') })).toHaveLength(2)
  })
})
