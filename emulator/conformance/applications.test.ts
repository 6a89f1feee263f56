import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, secondOwn, useStage } from './helpers/stage.ts'

describe('an application', () => {
  const stage = useStage()
  const create = (input: object = {}) => stage().client.applications.create({ friendlyName: 'Desk', ...input })

  it('is made, found by name, changed and deleted', async () => {
    const { sid } = await create({ voiceUrl: 'https://example.com/voice', smsMethod: 'GET' })
    await create({ friendlyName: 'Other' })
    expect(await stage().client.applications.list({ friendlyName: 'Desk' })).toMatchObject([
      { sid, voiceUrl: 'https://example.com/voice', smsMethod: 'GET', voiceMethod: 'POST' },
    ])
    expect(await stage().client.applications(sid).update({ voiceUrl: '' })).toMatchObject({ voiceUrl: '' })
    expect(await stage().client.applications(sid).remove()).toBe(true)
    expect(await codeOf(stage().client.applications(sid).fetch())).toBe(20404)
  })

  it.each([
    ['a URL that is none', { voiceUrl: 'nonsense' }, 21402],
    ['an unknown method', { smsMethod: 'PUT' }, 21403],
  ])('cannot have %s', async (_name, input, code) => {
    expect(await codeOf(create(input))).toBe(code)
  })

  it('answers the calls of a number in place of the number', async () => {
    const { sid } = await create({
      voiceUrl: stage().app.on('/app', '<Response><Say>Desk</Say></Response>'),
      statusCallback: stage().app.on('/status', { status: 204 }),
    })
    await stage().configure(own, { voiceUrl: stage().app.on('/number', '<Response/>'), voiceApplicationSid: sid })
    const callSid = await stage().dial(ann)
    expect(await stage().said(callSid)).toEqual(['Desk'])
    await stage().advance(5000)
    expect(stage().app.at('/status')).toMatchObject([{ CallSid: callSid, CallStatus: 'completed' }])
    expect(stage().app.at('/number')).toEqual([])
  })

  it('answers the texts of a number in place of the number, or its fallback does', async () => {
    const { sid } = await create({
      smsUrl: stage().app.on('/app', { status: 500 }),
      smsFallbackUrl: stage().app.on('/fallback', '<Response><Message>Desk</Message></Response>'),
    })
    await stage().configure(own, { smsUrl: stage().app.on('/number', '<Response/>'), smsApplicationSid: sid })
    await stage().text(ann, 'Hi')
    expect((await stage().inbox(ann))[0]!.body).toBe('Desk')
    expect(stage().app.at('/number')).toEqual([])
  })

  it('that does not exist cannot be given to a number', async () => {
    await expect(stage().configure(own, { voiceApplicationSid: `AP${'0'.repeat(32)}` })).rejects.toMatchObject({
      code: 21420,
    })
  })

  it('stands for the URLs of a call', async () => {
    const { sid } = await create({
      voiceUrl: stage().app.on('/app', '<Response><Say>Desk</Say></Response>'),
      statusCallback: stage().app.on('/status', { status: 204 }),
    })
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall: 'answer' })
    const call = await stage().client.calls.create({ from: own, to: ann, applicationSid: sid })
    await stage().advance(10_000)
    expect(await stage().said(call.sid)).toEqual(['Desk'])
    expect(stage().app.at('/status')).toHaveLength(1)
  })

  it.each([
    ['unknown', () => `AP${'0'.repeat(32)}`],
    ['without a voice URL', async () => (await create()).sid],
  ])('that is %s cannot stand for a call', async (_name, sid) => {
    expect(await codeOf(stage().client.calls.create({ from: own, to: ann, applicationSid: await sid() }))).toBe(21218)
  })

  it('is told of the texts that name it, unless they name their own callback', async () => {
    const { sid } = await create({ messageStatusCallback: stage().app.on('/app', { status: 204 }) })
    const send = (input: object) =>
      stage().client.messages.create({ from: own, to: ann, body: 'x', applicationSid: sid, ...input })
    await send({})
    await send({ statusCallback: stage().app.on('/own', { status: 204 }) })
    await stage().advance(2000)
    expect([stage().app.at('/app').length, stage().app.at('/own').length]).toEqual([2, 2])
    expect(await codeOf(send({ applicationSid: 'AP0' }))).toBe(21218)
  })
})

describe('a caller ID of somebody else', () => {
  const stage = useStage()
  const request = (input: object = {}) =>
    stage().client.validationRequests.create({ phoneNumber: ann, friendlyName: 'Ann', ...input })
  const keyIn = async (callSid: string, digits: string) => {
    await stage().advance(1000)
    await stage().deed(callSid, 'answer')
    return stage().deed(callSid, 'digits', { digits })
  }
  const verify = async () => {
    const { callSid, validationCode } = await request()
    await keyIn(callSid, validationCode)
  }

  it('is verified by a call to it and the code keyed in', async () => {
    const asked = await request({ statusCallback: stage().app.on('/status', { status: 204 }) })
    expect(asked.validationCode).toMatch(/^\d{6}$/)
    const call = await keyIn(asked.callSid, asked.validationCode)
    expect(call).toMatchObject({ from: '+14157234000', to: ann, status: 'completed' })
    const [callerId] = await stage().client.outgoingCallerIds.list({ phoneNumber: ann })
    expect(callerId).toMatchObject({ phoneNumber: ann, friendlyName: 'Ann' })
    expect(stage().app.at('/status')).toMatchObject([
      { VerificationStatus: 'success', OutgoingCallerIdSid: callerId!.sid, CallSid: asked.callSid },
    ])
  })

  it('is not verified by another code', async () => {
    const asked = await request({ statusCallback: stage().app.on('/status', { status: 204 }) })
    await keyIn(asked.callSid, asked.validationCode === '123456' ? '654321' : '123456')
    expect(await stage().client.outgoingCallerIds.list()).toEqual([])
    expect(stage().app.at('/status')).toMatchObject([{ VerificationStatus: 'failed' }])
  })

  it('is not verified if nobody answers', async () => {
    await request({ statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().advance(120_000)
    expect(stage().app.at('/status')).toMatchObject([{ VerificationStatus: 'failed', CallStatus: 'no-answer' }])
  })

  const call = () => stage().client.calls.create({ from: ann, to: bob, twiml: '<Response/>' })

  it('may then be called from, and only then', async () => {
    expect(await codeOf(call())).toBe(21210)
    await verify()
    expect((await call()).from).toBe(ann)
  })

  it('may then be shown by Dial', async () => {
    await verify()
    await stage().configure(own, {
      voiceUrl: stage().app.on('/voice', `<Response><Dial callerId="${ann}">${bob}</Dial></Response>`),
    })
    await stage().dial('+14155550133')
    await stage().advance(1000)
    expect((await stage().call(await stage().ringingAt(bob))).from).toBe(ann)
  })

  it('is not verified twice', async () => {
    await verify()
    expect(await codeOf(request())).toBe(21450)
  })

  it('is renamed and given up', async () => {
    await verify()
    const [{ sid } = { sid: '' }] = await stage().client.outgoingCallerIds.list()
    expect((await stage().client.outgoingCallerIds(sid).update({ friendlyName: 'Desk' })).friendlyName).toBe('Desk')
    expect(await stage().client.outgoingCallerIds(sid).remove()).toBe(true)
    expect(await codeOf(stage().client.outgoingCallerIds(sid).fetch())).toBe(20404)
  })

  it('lets a trial account text it, with a sentence before', async () => {
    await verify()
    await stage().control('PATCH', '/settings', { trial: true })
    const { body } = await stage().client.messages.create({ from: secondOwn, to: ann, body: 'Hello' })
    expect(body).toBe('Sent from your Twilio trial account - Hello')
  })
})
