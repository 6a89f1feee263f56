import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, secondOwn, useStage } from './helpers/stage.ts'
import type { Stage } from './helpers/stage.ts'

const angeleno = '+13105550122'

async function sidOf(stage: Stage, phoneNumber: string): Promise<string> {
  const [number] = await stage.client.incomingPhoneNumbers.list({ phoneNumber })
  return number!.sid
}

/** A service with these numbers in its pool. */
async function serviceWith(stage: Stage, numbers: string[], settings: object = {}): Promise<string> {
  const service = await stage.client.messaging.v1.services.create({ friendlyName: 'News', ...settings })
  for (const number of numbers) {
    const phoneNumberSid = await sidOf(stage, number)
    await stage.client.messaging.v1.services(service.sid).phoneNumbers.create({ phoneNumberSid })
  }
  return service.sid
}

describe('a Messaging Service', () => {
  const stage = useStage()
  const services = () => stage().client.messaging.v1.services

  it('begins with Twilio’s defaults', async () => {
    const service = await services().create({ friendlyName: 'News' })
    expect(service).toMatchObject({
      friendlyName: 'News',
      inboundMethod: 'POST',
      inboundRequestUrl: null,
      stickySender: true,
      smartEncoding: true,
      areaCodeGeomatch: true,
      validityPeriod: 36_000,
      useInboundWebhookOnNumber: false,
    })
    expect(service.sid).toMatch(/^MG[0-9a-f]{32}$/)
    expect(service.dateCreated.toISOString()).toBe('2026-03-02T15:00:00.000Z')
  })

  it('is changed, its URLs cleared by empty text, and deleted', async () => {
    const { sid } = await services().create({ friendlyName: 'News', statusCallback: 'https://example.com/status' })
    expect(await services()(sid).update({ friendlyName: 'Jobs', statusCallback: '' })).toMatchObject({
      friendlyName: 'Jobs',
      statusCallback: null,
    })
    expect(await services()(sid).remove()).toBe(true)
    expect(await codeOf(services()(sid).fetch())).toBe(20404)
  })

  it.each([
    ['without a name', { friendlyName: '' }, 20001],
    ['with a name of 65 characters', { friendlyName: 'x'.repeat(65) }, 20001],
    ['with a callback that is no URL', { friendlyName: 'a', statusCallback: 'nonsense' }, 21609],
    ['with a validity of a day', { friendlyName: 'a', validityPeriod: 86_400 }, 21624],
  ])('cannot be made %s', async (_name, input, code) => {
    expect(await codeOf(services().create(input))).toBe(code)
  })

  it('is listed newest first, page by page, through absolute URLs', async () => {
    for (const friendlyName of ['1', '2', '3', '4', '5']) await services().create({ friendlyName })
    const listed = await services().list({ pageSize: 2 })
    expect(listed.map((each) => each.friendlyName)).toEqual(['5', '4', '3', '2', '1'])
    const first = await services().page({ pageSize: 2 })
    const second = await first.nextPage()
    const back = await second!.previousPage()
    expect(back!.instances.map((each) => each.friendlyName)).toEqual(['5', '4'])
    expect(second!.nextPageUrl).toContain(`${stage().emulator.url}/messaging/v1/Services?`)
  })

  it('knows the use cases', async () => {
    expect((await stage().client.messaging.v1.usecases.fetch()).usecases.length).toBeGreaterThan(3)
  })

  it('holds numbers, each of them in one pool only', async () => {
    const sid = await serviceWith(stage(), [own])
    const other = await services().create({ friendlyName: 'Other' })
    const phoneNumberSid = await sidOf(stage(), own)
    const [entry] = await services()(sid).phoneNumbers.list()
    expect(entry).toMatchObject({ sid: phoneNumberSid, phoneNumber: own, countryCode: 'US', serviceSid: sid })
    expect(await codeOf(services()(sid).phoneNumbers.create({ phoneNumberSid }))).toBe(21710)
    expect(await codeOf(services()(other.sid).phoneNumbers.create({ phoneNumberSid }))).toBe(21712)
    expect(await services()(sid).phoneNumbers(phoneNumberSid).remove()).toBe(true)
    expect(await codeOf(services()(sid).phoneNumbers(phoneNumberSid).fetch())).toBe(20404)
    await services()(other.sid).phoneNumbers.create({ phoneNumberSid })
  })

  it('loses a number that is given back', async () => {
    const sid = await serviceWith(stage(), [own])
    await stage()
      .client.incomingPhoneNumbers(await sidOf(stage(), own))
      .remove()
    expect(await services()(sid).phoneNumbers.list()).toEqual([])
  })

  it('holds short codes and alpha senders', async () => {
    const { sid } = await services().create({ friendlyName: 'News' })
    const code = await stage().control('POST', '/short-codes', { shortCode: '72345' })
    const entry = await services()(sid).shortCodes.create({ shortCodeSid: code.sid })
    const alpha = await services()(sid).alphaSenders.create({ alphaSender: 'ACME Jobs' })
    expect(entry).toMatchObject({ shortCode: '72345', countryCode: 'US' })
    expect(await services()(sid).alphaSenders(alpha.sid).fetch()).toMatchObject({ alphaSender: 'ACME Jobs' })
    expect(await services()(sid).shortCodes.list()).toHaveLength(1)
    expect(await codeOf(services()(sid).alphaSenders.create({ alphaSender: 'far too long a name' }))).toBe(21709)
    expect(await services()(sid).shortCodes(code.sid).remove()).toBe(true)
    expect(await services()(sid).alphaSenders(alpha.sid).remove()).toBe(true)
  })
})

describe('a text through a Messaging Service', () => {
  const stage = useStage()
  const send = (messagingServiceSid: string, input: object = {}) =>
    stage().client.messages.create({ messagingServiceSid, to: ann, body: 'Hello', ...input })
  const senderTo = async (sid: string, to: string) => {
    const message = await send(sid, { to })
    await stage().advance(100)
    return (await stage().client.messages(message.sid).fetch()).from
  }

  it('is accepted first, without a sender', async () => {
    const sid = await serviceWith(stage(), [own])
    expect(await send(sid)).toMatchObject({
      status: 'accepted',
      from: null,
      numSegments: '0',
      messagingServiceSid: sid,
    })
  })

  it('gets its sender when it is queued, and tells of each step', async () => {
    const sid = await serviceWith(stage(), [own])
    const message = await send(sid, { statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().advance(5000)
    expect(await stage().client.messages(message.sid).fetch()).toMatchObject({ from: own, status: 'delivered' })
    const callbacks = stage().app.at('/status')
    expect(callbacks.map((each) => each['MessageStatus'])).toEqual(['queued', 'sent', 'delivered'])
    expect(callbacks[0]).toMatchObject({ MessagingServiceSid: sid, From: own })
  })

  it('tells the service’s callback unless it has its own', async () => {
    const statusCallback = stage().app.on('/service', { status: 204 })
    const sid = await serviceWith(stage(), [own], { statusCallback })
    await send(sid)
    await send(sid, { statusCallback: stage().app.on('/own', { status: 204 }) })
    await stage().advance(5000)
    expect(stage().app.at('/service')).toHaveLength(3)
    expect(stage().app.at('/own')).toHaveLength(3)
  })

  it('comes from the number of the recipient’s area', async () => {
    const sid = await serviceWith(stage(), [secondOwn, own], { stickySender: false })
    expect([await senderTo(sid, ann), await senderTo(sid, '+12125550133')]).toEqual([own, secondOwn])
  })

  it('goes by turns where no number is nearer', async () => {
    const sid = await serviceWith(stage(), [own, secondOwn], { stickySender: false })
    const senders = [await senderTo(sid, angeleno), await senderTo(sid, angeleno), await senderTo(sid, angeleno)]
    expect(senders).toEqual([own, secondOwn, own])
  })

  it('keeps the sender that the recipient knows', async () => {
    const sid = await serviceWith(stage(), [own, secondOwn])
    const senders = [await senderTo(sid, angeleno), await senderTo(sid, angeleno), await senderTo(sid, angeleno)]
    expect(new Set(senders).size).toBe(1)
  })

  it('comes from the short code at home and from the name abroad', async () => {
    const sid = await serviceWith(stage(), [own])
    const code = await stage().control('POST', '/short-codes', { shortCode: '72345' })
    await stage().client.messaging.v1.services(sid).shortCodes.create({ shortCodeSid: code.sid })
    await stage().client.messaging.v1.services(sid).alphaSenders.create({ alphaSender: 'ACME' })
    expect([await senderTo(sid, ann), await senderTo(sid, '+447400123456')]).toEqual(['72345', 'ACME'])
  })

  it('may name its sender, if it is in the pool', async () => {
    const sid = await serviceWith(stage(), [own])
    const message = await send(sid, { from: own })
    expect(message).toMatchObject({ status: 'accepted', from: own })
    expect(await codeOf(send(sid, { from: secondOwn }))).toBe(21711)
  })

  it('is refused where the pool is empty, and fails where nobody in it reaches the recipient', async () => {
    const sid = await serviceWith(stage(), [])
    expect(await codeOf(send(sid))).toBe(21704)
    await stage().client.messaging.v1.services(sid).alphaSenders.create({ alphaSender: 'ACME' })
    const message = await send(sid)
    await stage().advance(1000)
    expect(await stage().client.messages(message.sid).fetch()).toMatchObject({ status: 'failed', errorCode: 21703 })
  })

  it('costs one segment with curly quotes, unless the encoding is left alone', async () => {
    const body = `It’s “there” – ${'x'.repeat(80)}…`
    const sid = await serviceWith(stage(), [own])
    const plain = await serviceWith(stage(), [secondOwn], { smartEncoding: false })
    const sent = []
    for (const service of [sid, plain]) sent.push(await send(service, { body }))
    sent.push(await stage().client.messages.create({ from: own, to: ann, body, smartEncoded: true }))
    await stage().advance(1000)
    const messages = await Promise.all(sent.map((each) => stage().client.messages(each.sid).fetch()))
    expect(messages.map((each) => each.numSegments)).toEqual(['1', '2', '1'])
    expect(messages[0]!.body).toBe(`It's "there" - ${'x'.repeat(80)}...`)
  })

  it('fails if the service is deleted before it is queued', async () => {
    const sid = await serviceWith(stage(), [own])
    const message = await send(sid)
    await stage().client.messaging.v1.services(sid).remove()
    await stage().advance(1000)
    expect(await stage().client.messages(message.sid).fetch()).toMatchObject({ status: 'failed', errorCode: 21701 })
  })
})

describe('a text to a number of a Messaging Service', () => {
  const stage = useStage()

  it('goes to the service, not to the number', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/number', '<Response/>') })
    const sid = await serviceWith(stage(), [own], { inboundRequestUrl: stage().app.on('/service', '<Response/>') })
    const { messageSid } = await stage().text(ann, 'Hi')
    expect(stage().app.at('/number')).toEqual([])
    expect(stage().app.at('/service')).toMatchObject([{ MessagingServiceSid: sid, To: own }])
    expect((await stage().client.messages(messageSid).fetch()).messagingServiceSid).toBe(sid)
  })

  it('goes to the number where the service leaves it to its numbers', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/number', '<Response/>') })
    const inboundRequestUrl = stage().app.on('/service', '<Response/>')
    const sid = await serviceWith(stage(), [own], { inboundRequestUrl, useInboundWebhookOnNumber: true })
    await stage().text(ann, 'Hi')
    expect(stage().app.at('/number')).toMatchObject([{ MessagingServiceSid: sid }])
    expect(stage().app.at('/service')).toEqual([])
  })

  it('is only kept where the service has no URL', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/number', '<Response/>') })
    await serviceWith(stage(), [own])
    await stage().text(ann, 'Hi')
    expect(stage().app.requests).toEqual([])
    expect(await stage().client.messages.list({ from: ann })).toHaveLength(1)
  })

  it('goes to the service’s fallback when its URL fails', async () => {
    await serviceWith(stage(), [own], {
      inboundRequestUrl: stage().app.on('/service', { status: 500 }),
      fallbackUrl: stage().app.on('/fallback', '<Response><Message>Sorry</Message></Response>'),
    })
    await stage().text(bob, 'Hi')
    expect(stage().app.at('/fallback')).toMatchObject([{ ErrorCode: '11200' }])
    expect((await stage().inbox(bob))[0]!.body).toBe('Sorry')
  })

  it('is answered in the service’s name, and its callback is told', async () => {
    const sid = await serviceWith(stage(), [own], {
      inboundRequestUrl: stage().app.on('/service', '<Response><Message>Hello</Message></Response>'),
      statusCallback: stage().app.on('/status', { status: 204 }),
    })
    await stage().text(ann, 'Hi')
    await stage().advance(2000)
    const [reply] = await stage().client.messages.list({ to: ann })
    expect(reply).toMatchObject({ from: own, messagingServiceSid: sid, direction: 'outbound-reply' })
    expect(
      stage()
        .app.at('/status')
        .map((each) => each['MessageStatus']),
    ).toEqual(['sent', 'delivered'])
  })
})
