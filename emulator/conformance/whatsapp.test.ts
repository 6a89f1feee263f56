import { describe, expect, it } from 'vitest'
import { ann, codeOf, own, useStage } from './helpers/stage.ts'

const on = (number: string) => `whatsapp:${number}`
const day = 24 * 3_600_000

describe('WhatsApp', () => {
  const stage = useStage()
  const write = (body = 'Hi') => stage().text(ann, body, on(own))
  const send = (input: object = {}) =>
    stage().client.messages.create({ from: on(own), to: on(ann), body: 'Hello', ...input })
  const outcome = async (input: object = {}) => {
    const { sid } = await send(input)
    await stage().advance(2000)
    const { status, errorCode } = await stage().client.messages(sid).fetch()
    return [status, errorCode]
  }

  it('brings a message with its channel in the addresses and without a place', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, name: 'Ann' })
    await stage().configure(own, { smsUrl: stage().app.on('/sms', '<Response/>') })
    await write()
    const [request] = stage().app.at('/sms')
    expect(request).toMatchObject({
      From: on(ann),
      To: on(own),
      ProfileName: 'Ann',
      WaId: ann.slice(1),
      NumSegments: '1',
    })
    expect(request).not.toHaveProperty('FromCountry')
  })

  it('is answered on its channel', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/sms', '<Response><Message>Hello</Message></Response>') })
    await write()
    await stage().advance(1000)
    expect((await stage().inbox(ann))[0]).toMatchObject({ from: on(own), body: 'Hello', status: 'delivered' })
  })

  it('lets free words through for 24 hours after the user wrote', async () => {
    await write()
    expect(await outcome()).toEqual(['delivered', null])
    await stage().advance(day - 3000)
    expect(await outcome()).toEqual(['delivered', null])
    await stage().advance(1000)
    expect(await outcome()).toEqual(['undelivered', 63016])
  })

  it('never lets free words through to whoever has not written', async () => {
    expect(await outcome()).toEqual(['undelivered', 63016])
  })

  it('lets a template through at any time', async () => {
    const template = { contentSid: `HX${'a'.repeat(32)}`, contentVariables: '{"1":"Ann"}', body: undefined }
    expect(await outcome(template)).toEqual(['delivered', null])
    expect((await stage().inbox(ann))[0]!.body).toContain('{"1":"Ann"}')
  })

  it('tells when a message was read', async () => {
    await write()
    const { sid } = await send({ statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().advance(2000)
    await stage().control('POST', `/phones/${ann}/messages/${sid}/read`)
    expect((await stage().client.messages(sid).fetch()).status).toBe('read')
    const callbacks = stage().app.at('/status')
    expect(callbacks.map((each) => each['MessageStatus'])).toEqual(['sent', 'delivered', 'read'])
    expect(callbacks[2]).toMatchObject({ EventType: 'READ', ChannelPrefix: 'whatsapp' })
  })

  it('does not tell it of a text', async () => {
    const { sid } = await stage().client.messages.create({ from: own, to: ann, body: 'x' })
    await stage().advance(2000)
    await expect(stage().control('POST', `/phones/${ann}/messages/${sid}/read`)).rejects.toThrow('409')
  })

  it('takes STOP for a word like any other', async () => {
    await write('STOP')
    expect(await outcome()).toEqual(['delivered', null])
    expect((await stage().inbox(ann)).map((each) => each.body)).toEqual(['Hello', 'STOP'])
  })

  it.each([
    ['from a number to WhatsApp', { from: own }, 21910],
    ['from WhatsApp to a number', { to: ann }, 21910],
    ['from a number that is not the account’s', { from: on('+12025550199') }, 63007],
    ['to what is no number', { to: 'whatsapp:banana' }, 21211],
    ['with a template of another name', { contentSid: 'HX1', body: undefined }, 21655],
    [
      'with variables that are no JSON',
      { contentSid: `HX${'a'.repeat(32)}`, contentVariables: 'x', body: undefined },
      21656,
    ],
    ['with variables of no template', { contentVariables: '{}', body: undefined }, 21654],
  ])('refuses a message %s', async (_name, input, code) => {
    expect(await codeOf(send(input))).toBe(code)
  })
})
