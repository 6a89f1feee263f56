import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, secondOwn, useStage } from './helpers/stage.ts'

describe('the throughput of a sender', () => {
  const tollFree = '+18005550100'
  const stage = useStage({ phoneNumbers: [own, secondOwn, tollFree] })
  const limit = () => stage().control('PATCH', '/settings', { throughput: true })
  const send = (input: object = {}) => stage().client.messages.create({ from: own, to: ann, body: 'Hello', ...input })
  const delivered = async () => (await stage().inbox(ann)).filter((each) => each.status === 'delivered').length

  it('is not limited unless it is asked for', async () => {
    for (let count = 0; count < 5; count++) await send()
    await stage().advance(1000)
    expect(await delivered()).toBe(5)
  })

  it('is one segment per second for a local number', async () => {
    await limit()
    for (let count = 0; count < 5; count++) await send()
    const counts = []
    for (const ms of [1000, 1000, 1000, 1000, 1000]) {
      await stage().advance(ms)
      counts.push(await delivered())
    }
    expect(counts).toEqual([1, 2, 3, 4, 5])
  })

  it('counts segments, not texts', async () => {
    await limit()
    await send({ body: 'x'.repeat(459) })
    await send()
    await stage().advance(3999)
    expect(await delivered()).toBe(1)
    await stage().advance(1)
    expect(await delivered()).toBe(2)
  })

  it('is three per second for a toll-free number', async () => {
    await limit()
    for (let count = 0; count < 6; count++) await send({ from: tollFree })
    await stage().advance(1999)
    expect(await delivered()).toBe(3)
  })

  it('is each sender’s own, and a service spreads over its senders', async () => {
    await limit()
    const { sid } = await stage().client.messaging.v1.services.create({ friendlyName: 'x', stickySender: false })
    for (const number of await stage().client.incomingPhoneNumbers.local.list()) {
      await stage().client.messaging.v1.services(sid).phoneNumbers.create({ phoneNumberSid: number.sid })
    }
    for (let count = 0; count < 4; count++)
      await send({ from: undefined, messagingServiceSid: sid, to: '+13105550111' })
    await stage().advance(2100)
    const list = await stage().client.messages.list()
    expect(list.filter((each) => each.status === 'delivered')).toHaveLength(4)
    expect(list.filter((each) => each.from === own)).toHaveLength(2)
  })

  it('lets a text expire whose turn comes too late', async () => {
    await limit()
    await send({ body: 'x'.repeat(1600) })
    const late = await send({ to: bob, validityPeriod: 10 })
    await stage().advance(10_000)
    expect(await stage().client.messages(late.sid).fetch()).toMatchObject({ status: 'failed', errorCode: 30036 })
  })

  it('overflows when the queue is full: 21611 at once by number, 30001 later by service', async () => {
    await stage().control('PATCH', '/settings', { throughput: true, queueSeconds: 60 })
    const { sid } = await stage().client.messaging.v1.services.create({ friendlyName: 'x' })
    const [number] = await stage().client.incomingPhoneNumbers.list({ phoneNumber: own })
    await stage().client.messaging.v1.services(sid).phoneNumbers.create({ phoneNumberSid: number!.sid })
    for (let count = 0; count < 6; count++) await send({ body: 'x'.repeat(1600) })
    expect(await codeOf(send())).toBe(21611)
    const message = await send({ from: undefined, messagingServiceSid: sid })
    await stage().advance(100)
    expect(await stage().client.messages(message.sid).fetch()).toMatchObject({ status: 'failed', errorCode: 30001 })
    await stage().advance(6900)
    expect((await send()).status).toBe('queued')
  })

  it('holds ten hours’ worth unless told otherwise', async () => {
    expect(await stage().control('GET', '/settings')).toMatchObject({ throughput: false, queueSeconds: 36_000 })
  })
})

describe('where a text cannot arrive', () => {
  const stage = useStage({ phoneNumbers: [own, '+18005550100'] })
  const outcome = async (input: object = {}) => {
    const { sid } = await stage().client.messages.create({ from: own, to: ann, body: 'Hello', ...input })
    await stage().advance(2000)
    const { status, errorCode } = await stage().client.messages(sid).fetch()
    return [status, errorCode]
  }

  it('a landline ends it with 30006 in North America', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, lineType: 'landline' })
    expect(await outcome()).toEqual(['undelivered', 30006])
  })

  it('a landline is refused with 21614 elsewhere', async () => {
    const german = '+493023125100'
    await stage().control('POST', '/phones', { phoneNumber: german, lineType: 'landline' })
    expect(await codeOf(outcome({ to: german }))).toBe(21614)
  })

  it('an unregistered local number ends it with 30034, in North America only', async () => {
    await stage().control('PATCH', '/settings', { a2pRegistered: false })
    expect(await outcome()).toEqual(['undelivered', 30034])
    expect(await outcome({ to: '+447400123456' })).toEqual(['delivered', null])
  })

  it('an unverified toll-free number ends it with 30032', async () => {
    await stage().control('PATCH', '/settings', { tollFreeVerified: false })
    expect(await outcome({ from: '+18005550100' })).toEqual(['undelivered', 30032])
  })

  it.each([30003, 30004, 30005, 30006, 30007, 30008])('the phone’s code %i is the text’s', async (errorCode) => {
    await stage().control('POST', '/phones', { phoneNumber: ann, errorCode })
    expect(await outcome()).toEqual(['undelivered', errorCode])
  })

  it('a name as sender reaches Europe but not North America', async () => {
    expect(await codeOf(outcome({ from: 'ACME' }))).toBe(21612)
    expect(await outcome({ from: 'ACME', to: '+447400123456' })).toEqual(['delivered', null])
  })

  it('a trial account reaches verified numbers only, with a sentence before the text', async () => {
    await stage().control('PATCH', '/settings', { trial: true })
    expect(await codeOf(outcome())).toBe(21608)
    const call = { from: own, to: ann, twiml: '<Response/>' }
    expect(await codeOf(stage().client.calls.create(call))).toBe(21219)
    expect((await stage().client.api.accounts(stage().emulator.accountSid).fetch()).type).toBe('Trial')
  })
})
