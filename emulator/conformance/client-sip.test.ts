import { describe, expect, it } from 'vitest'
import { carol, Room } from './helpers/room.ts'
import { ann, bob, codeOf, own, useStage } from './helpers/stage.ts'

const erin = 'client:erin'
const frank = 'sip:frank@example.com'

describe('Dial to a Client, a SIP address or an Application', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const dial = (inside: string, attributes = 'action="/dialed"') =>
    room.dial(ann, `<Response><Dial ${attributes}>${inside}</Dial></Response>`)
  const results = () => stage().app.at('/dialed')
  const answeredBy = async (address: string, inside: string, attributes?: string) => {
    const parent = await dial(inside, attributes)
    await stage().advance(200)
    const child = await stage().ringingAt(encodeURIComponent(address))
    await stage().deed(child, 'answer')
    return { parent, child }
  }

  it.each([
    ['a client by its identity', '<Client>erin</Client>', erin],
    [
      'a client by an element of its own',
      '<Client><Identity>erin</Identity><Parameter name="a" value="1"/></Client>',
      erin,
    ],
    ['a SIP address', '<Sip>sip:frank@example.com</Sip>', frank],
    ['a SIP address with headers and transport', '<Sip>sip:frank@EXAMPLE.com;transport=tls?x-a=1</Sip>', frank],
  ])('rings %s', async (_what, inside, address) => {
    const { child } = await answeredBy(address, inside)
    await stage().advance(3000)
    await stage().deed(child, 'hangup')
    expect(results()).toMatchObject([{ DialCallStatus: 'completed', DialCallDuration: '3' }])
    expect(await stage().client.calls(child).fetch()).toMatchObject({ to: address, from: ann })
  })

  it('carries voices both ways', async () => {
    const { parent, child } = await answeredBy(erin, '<Client>erin</Client>')
    await room.say(parent, 'Hello, Erin')
    await room.say(child, 'Hello, Ann')
    expect(await room.overheard(child)).toEqual(['Hello, Erin'])
    expect(await room.overheard(parent)).toEqual(['Hello, Ann'])
  })

  it('says nothing of cities where there are none', async () => {
    stage().app.on('/whisper', '<Response/>')
    const { child } = await answeredBy(erin, '<Client url="/whisper">erin</Client>')
    const [request] = stage().app.at('/whisper')
    expect(request).toMatchObject({ CallSid: child, To: erin, FromCountry: 'US' })
    expect(request).not.toHaveProperty('ToCountry')
  })

  it('reports the progress of a client’s call', async () => {
    const noun = '<Client statusCallback="/child" statusCallbackEvent="ringing answered completed">erin</Client>'
    const { child } = await answeredBy(erin, noun)
    await stage().deed(child, 'hangup')
    expect(
      stage()
        .app.at('/child')
        .map((each) => each['CallStatus']),
    ).toEqual(['ringing', 'in-progress', 'completed'])
  })

  it('rings clients and numbers at once, and the first to answer wins', async () => {
    await dial(`<Client>erin</Client><Number>${bob}</Number><Sip>${frank}</Sip>`)
    await stage().advance(200)
    const client = await stage().ringingAt(erin)
    const number = await stage().ringingAt(bob)
    await stage().deed(client, 'answer')
    expect((await stage().call(number)).status).toBe('canceled')
  })

  it('presses the keys that a number asks for', async () => {
    const { parent, child } = await answeredBy(bob, `<Number sendDigits="ww12#">${bob}</Number>`)
    expect((await stage().call(child)).heard).toMatchObject([{ verb: 'play', digits: 'ww12#' }])
    await room.say(parent, 'Too early')
    await stage().advance(1750)
    await room.say(parent, 'Connected')
    expect(await room.overheard(child)).toEqual(['Connected'])
  })

  it.each([
    ['an empty identity', '<Client> </Client>', 13223],
    ['no SIP address', '<Sip>frank</Sip>', 13243],
    ['an unknown application', '<Application>AP0</Application>', 21218],
  ])('fails for %s', async (_what, inside, code) => {
    await dial(inside)
    expect(results()).toMatchObject([{ DialCallStatus: 'failed' }])
    expect(await stage().notifications()).toEqual([code])
  })

  it('runs an application, told what the noun says', async () => {
    const voiceUrl = stage().app.on('/application', '<Response><Say>From the application</Say></Response>')
    const { sid } = await stage().client.applications.create({ friendlyName: 'Desk', voiceUrl })
    await dial(
      `<Application><ApplicationSid>${sid}</ApplicationSid><Parameter name="team" value="sales"/></Application>`,
    )
    await stage().advance(10_000)
    expect(stage().app.at('/application')).toMatchObject([
      { To: `app:${sid}`, From: ann, ApplicationSid: sid, team: 'sales', Direction: 'inbound' },
    ])
    expect(results()).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'true' }])
  })

  it('copies the parent’s number to an application, if it shall', async () => {
    const voiceUrl = stage().app.on('/application', '<Response/>')
    const { sid } = await stage().client.applications.create({ voiceUrl })
    await dial(`<Application copyParentTo="true">${sid}</Application>`)
    await stage().advance(1000)
    expect(stage().app.at('/application')).toMatchObject([{ To: own }])
  })
})

describe('a client', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const placeCall = (body: object) => stage().control('POST', `/phones/${erin}/calls`, body)

  it('is a handset of its own name', async () => {
    await stage().control('POST', '/phones', { phoneNumber: erin, onCall: 'answer' })
    await stage().client.calls.create({ from: own, to: erin, twiml: '<Response><Say>Hello</Say></Response>' })
    await stage().advance(5000)
    const calls = await stage().control('GET', `/phones/${erin}/calls`)
    expect(calls).toMatchObject([{ from: own, to: erin, direction: 'incoming', status: 'completed' }])
  })

  it('dials through an application, with parameters of its own', async () => {
    const voiceUrl = stage().app.on('/outgoing', `<Response><Dial callerId="${own}">${bob}</Dial></Response>`)
    const { sid } = await stage().client.applications.create({ voiceUrl })
    await placeCall({ to: bob, applicationSid: sid, parameters: { campaign: 'spring' } })
    expect(stage().app.at('/outgoing')).toMatchObject([
      { From: erin, To: bob, ApplicationSid: sid, campaign: 'spring', Direction: 'inbound', CallStatus: 'ringing' },
    ])
    await stage().advance(200)
    expect((await stage().call(await stage().ringingAt(bob))).from).toBe(own)
  })

  it('needs a caller ID to dial a number: 13214', async () => {
    const voiceUrl = stage().app.on('/outgoing', `<Response><Dial>${bob}</Dial></Response>`)
    const { sid } = await stage().client.applications.create({ voiceUrl })
    await placeCall({ to: bob, applicationSid: sid })
    expect(await stage().notifications()).toEqual([13214])
  })

  it('cannot dial through an unknown application', async () => {
    await expect(placeCall({ to: bob, applicationSid: 'AP0' })).rejects.toThrow(/^400 invalid/)
  })

  it('is no handset with a space in its name', async () => {
    await expect(stage().control('POST', '/phones', { phoneNumber: 'client:a b' })).rejects.toThrow(/^400 invalid/)
  })

  it('is called by REST from a client as well', async () => {
    const twiml = '<Response/>'
    expect((await stage().client.calls.create({ from: 'client:desk', to: erin, twiml })).from).toBe('client:desk')
    expect(await codeOf(stage().client.calls.create({ from: 'client:desk', to: bob, twiml }))).toBe(21212)
  })

  it('is found by its name in the list of calls', async () => {
    await stage().client.calls.create({ from: own, to: erin, twiml: '<Response/>' })
    expect(await stage().client.calls.list({ to: erin })).toHaveLength(1)
    expect(await stage().client.calls.list({ to: 'client:other' })).toEqual([])
  })

  it('in a conference is heard by a caller', async () => {
    const caller = await room.enter(carol)
    const { callSid } = await stage().client.conferences('Room').participants.create({ from: own, to: erin })
    await stage().advance(300)
    await stage().deed(callSid, 'answer')
    await room.say(callSid, 'Hi')
    expect(await room.overheard(caller)).toEqual(['Hi'])
  })
})

describe('Refer', () => {
  const stage = useStage()
  const refer = '<Refer action="/referred"><Sip>sip:other@example.com?X-Case=7</Sip></Refer>'

  it('sends a SIP party elsewhere and tells the action', async () => {
    await stage().control('POST', '/phones', { phoneNumber: frank, onCall: 'answer' })
    const { sid } = await stage().client.calls.create({
      from: own,
      to: frank,
      url: stage().app.on('/voice', `<Response>${refer}</Response>`),
    })
    await stage().advance(5000)
    expect(stage().app.at('/referred')).toMatchObject([
      { CallSid: sid, ReferCallStatus: 'completed', ReferSipResponseCode: '202', NotifySipResponseCode: '200' },
    ])
    expect((await stage().call(sid)).heard).toMatchObject([{ verb: 'refer', url: 'sip:other@example.com' }])
  })

  it('is not allowed to a telephone: 13801', async () => {
    await stage().callInto(`<Response>${refer}</Response>`)
    expect(stage().app.at('/referred')).toMatchObject([{ ReferCallStatus: 'failed' }])
    expect(await stage().notifications()).toEqual([13801])
  })
})
