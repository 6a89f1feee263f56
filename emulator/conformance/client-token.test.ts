import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { Room } from './helpers/room.ts'
import { ann, useStage } from './helpers/stage.ts'

const { AccessToken } = twilio.jwt

/** A phone in a browser, by what its token allows. */
describe('a Voice SDK client with an access token', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const tokenFor = async (grant: object | null, identity = 'erin') => {
    await stage().control('POST', '/clock', { now: new Date().toISOString() })
    const { sid, secret } = await stage().client.newKeys.create({ friendlyName: 'Phone' })
    const token = new AccessToken(stage().emulator.accountSid, sid, secret, { identity, ttl: 3600 })
    if (grant !== null) token.addGrant(new AccessToken.VoiceGrant(grant))
    return token.toJwt()
  }
  const register = (token: string) => stage().control('POST', '/clients/register', { token })
  const connect = (token: string, parameters = {}) => stage().control('POST', '/clients/connect', { token, parameters })

  it('registers, is rung by Dial, answers, speaks, presses keys and hangs up', async () => {
    const client = await register(await tokenFor({ incomingAllow: true }))
    expect(client).toMatchObject({ phoneNumber: 'client:erin', expiresAt: expect.stringMatching(/Z$/) })
    stage().app.on('/whisper', '<Response><Gather numDigits="1" action="/accepted"/></Response>')
    const parent = await room.dial(
      ann,
      '<Response><Dial action="/dialed"><Client url="/whisper">erin</Client></Dial></Response>',
    )
    await stage().advance(200)
    const leg = await stage().ringingAt(client.phoneNumber)
    await stage().deed(leg, 'answer')
    await stage().deed(leg, 'digits', { digits: '1' })
    expect(stage().app.at('/accepted')).toMatchObject([{ Digits: '1', To: 'client:erin' }])
    await room.say(leg, 'Eva Recruiting, Erin speaking')
    expect(await room.overheard(parent)).toEqual(['Eva Recruiting, Erin speaking'])
    await stage().deed(leg, 'hangup')
    expect(stage().app.at('/dialed')).toMatchObject([{ DialCallStatus: 'completed', DialCallSid: leg }])
  })

  it('declines a call', async () => {
    await register(await tokenFor({ incomingAllow: true }))
    await room.dial(ann, '<Response><Dial action="/dialed"><Client>erin</Client></Dial></Response>')
    await stage().advance(200)
    await stage().deed(await stage().ringingAt('client:erin'), 'decline')
    expect(stage().app.at('/dialed')).toMatchObject([{ DialCallStatus: 'busy' }])
  })

  it('connects through the application of its grant, with parameters of its own', async () => {
    const voiceUrl = stage().app.on('/desk', '<Response><Dial>+14155550111</Dial></Response>')
    const { sid } = await stage().client.applications.create({ friendlyName: 'Desk', voiceUrl })
    const token = await tokenFor({ outgoingApplicationSid: sid }, 'Erin_Quinn')
    const call = await connect(token, { To: ann, candidate: '42' })
    expect(call).toMatchObject({ from: 'client:Erin_Quinn', direction: 'outgoing' })
    expect(stage().app.at('/desk')).toMatchObject([
      { CallSid: call.callSid, From: 'client:Erin_Quinn', To: ann, candidate: '42', ApplicationSid: sid },
    ])
  })

  it.each([
    ['without a voice grant cannot register', null, 'register'],
    ['that may not be called cannot register', { outgoingApplicationSid: `AP${'0'.repeat(32)}` }, 'register'],
    ['without an application cannot connect', { incomingAllow: true }, 'connect'],
  ])('%s: 20106', async (_what, grant, how) => {
    const token = await tokenFor(grant)
    await expect(how === 'register' ? register(token) : connect(token)).rejects.toThrow('401 20106')
  })

  it('cannot connect through an application that is not there: 21218', async () => {
    await expect(connect(await tokenFor({ outgoingApplicationSid: `AP${'0'.repeat(32)}` }))).rejects.toThrow(
      '400 21218',
    )
  })

  it('is refused with a token that is none, or has expired', async () => {
    await expect(register('nonsense')).rejects.toThrow('401 20101')
    const token = await tokenFor({ incomingAllow: true })
    await stage().advance(3_601_000)
    await expect(register(token)).rejects.toThrow('401 20104')
  })

  it('may live in a page of this machine, and in no other', async () => {
    const url = `${stage().emulator.url}/emulator/clients/register`
    const ask = (origin: string, method: string) =>
      fetch(url, { method, headers: { origin }, ...(method === 'POST' ? { body: '{}' } : {}) })
    const asked = await ask('http://localhost:3000', 'OPTIONS')
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, 'http://localhost:3000'])
    expect((await ask('http://localhost:3000', 'POST')).headers.get('access-control-allow-origin')).toBe(
      'http://localhost:3000',
    )
    const refused = await ask('https://example.com', 'POST')
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect((await ask('https://example.com', 'OPTIONS')).status).toBe(403)
  })
})
