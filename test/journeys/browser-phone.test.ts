import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtRooms } from '@/lib/services/rooms/look-at-rooms'
import { listDestinations } from '@/lib/services/ringing/list-destinations'
import { signInPeople, type SignedIn } from '../helpers/sign-in-people'
import { webhookSender } from '../helpers/webhook-sender'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let agents: SignedIn
let viewers: SignedIn
let supervisors: SignedIn

beforeAll(async () => {
  journey = await startJourney({ role: 'all' })
  agents = await signInPeople(journey, ['Erin', 'Frank', 'Gina', 'Hal'])
  supervisors = await signInPeople(journey, ['Sue'], 'supervisor')
  viewers = await signInPeople(journey, ['Vera'], 'viewer')
})
afterAll(() => journey.close())

const sendAsTwilio: ReturnType<typeof webhookSender> = (...sent) =>
  webhookSender({
    url: journey.server.url,
    publicOrigin: journey.server.installation.config.publicOrigin,
    authToken: journey.emulator.authToken,
  })(...sent)

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

describe('the access token of a phone in a browser', () => {
  test('is whom it says, lives ten minutes, and Twilio takes it', async () => {
    const { status, body } = await agents.api('Erin')('/token')
    expect(status).toBe(200)
    expect(body).toMatchObject({ identity: agents.idOf('Erin'), endpoint: journey.emulator.url })
    expect(Date.parse(body.expiresAt) - journey.clock.now().getTime()).toBe(600_000)
    const phone = await journey.control('/clients/register', { method: 'POST', body: { token: body.token } })
    expect(phone).toMatchObject({ phoneNumber: `client:${agents.idOf('Erin')}` })
  })

  test('comes from one key and one application, made once and kept sealed', async () => {
    const one = claimsOf((await agents.api('Erin')('/token')).body.token)
    const other = claimsOf((await agents.api('Frank')('/token', { method: 'POST' })).body.token)
    expect(other.iss).toBe(one.iss)
    expect(other.grants.voice.outgoing).toEqual(one.grants.voice.outgoing)
    const [kept] = await journey.rows('select * from browser_phone_access')
    expect(kept).toMatchObject({ key_sid: one.iss, application_sid: one.grants.voice.outgoing.application_sid })
    expect(kept.key_secret).toBeInstanceOf(Buffer)
    expect(await journey.rows("select * from audit_log where action = 'phone.connect_account'")).toHaveLength(1)
  })

  test('is for people who may call: no viewer, no key, nobody unknown', async () => {
    expect((await viewers.api('Vera')('/token')).status).toBe(403)
    expect((await journey.api('/token')).status).toBe(403)
    expect((await journey.api('/token', { headers: { Authorization: '' } })).status).toBe(401)
  })

  test('works again when Twilio has forgotten the key and the application', async () => {
    const [before] = await journey.rows('select * from browser_phone_access')
    await journey.server.installation.database.pool.query(
      `update browser_phone_access set key_sid = 'SK${'0'.repeat(32)}', application_sid = 'AP${'0'.repeat(32)}'`,
    )
    const { body } = await agents.api('Erin')('/token')
    const [after] = await journey.rows('select * from browser_phone_access')
    expect(after.key_sid).toMatch(/^SK/)
    expect(after.key_sid).not.toBe(before.key_sid)
    const register = journey.control('/clients/register', { method: 'POST', body: { token: body.token } })
    await expect(register).resolves.toMatchObject({ phoneNumber: `client:${agents.idOf('Erin')}` })
  })
})

type Leg = { callSid: string; status: string; from: string }
const act = (callSid: string, action: string, body: object = {}) =>
  journey.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
const look = (callSid: string) => journey.control(`/calls/${callSid}`)
const heardOn = async (callSid: string): Promise<string> =>
  (await look(callSid)).heard.map((entry: { text?: string; url?: string }) => entry.text ?? entry.url ?? '').join(' ')
const newestLeg = async (phone: string): Promise<Leg> =>
  (await journey.control(`/phones/${encodeURIComponent(phone)}/calls`))[0]

/** Real work in between (jobs, callbacks) takes real time, what people do takes the emulator's. */
async function eventually(check: () => Promise<unknown>) {
  await expect
    .poll(
      async () => {
        await journey.advance(400)
        return check().then(
          () => true,
          (error: unknown) => String(error),
        )
      },
      { timeout: 15_000 },
    )
    .toBe(true)
}

let candidates = 0
async function newCandidate() {
  candidates += 1
  const phoneNumber = `+1212555${String(7000 + candidates)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber } })
  return phoneNumber
}

/** What the page of a person does: signs in, and connects with these parameters. */
async function connect(name: string, parameters: Record<string, string>, people: SignedIn = agents): Promise<string> {
  const { token } = (await people.api(name)('/token')).body
  const body = { token, parameters }
  return (await journey.control('/clients/connect', { method: 'POST', body })).callSid
}
const phoneOf = async (name: string) => (await agents.api(name)('/phone')).body
const isTalking = (callSid: string) =>
  eventually(async () => expect(await look(callSid)).toMatchObject({ status: 'in-progress' }))
const isOver = (callSid: string) =>
  eventually(async () => expect(await look(callSid)).toMatchObject({ status: 'completed' }))

/** Erin calls a new candidate from her browser, and they talk. */
async function talking(name = 'Erin') {
  const candidate = await newCandidate()
  const mine = await connect(name, { To: candidate })
  await eventually(async () => expect(await newestLeg(candidate)).toMatchObject({ status: 'ringing' }))
  const theirs = (await newestLeg(candidate)).callSid
  await act(theirs, 'answer')
  await eventually(async () => {
    const { conference } = await look(theirs)
    expect(conference.participants.map((one: { joined: boolean }) => one.joined)).toEqual([true, true])
  })
  return { candidate, mine, theirs }
}

const callOf = async (callSid: string) => (await journey.api(`/calls/${callSid}`)).body

/** Erin has put her candidate on hold and talks with a colleague. */
async function consulting() {
  const { mine, theirs } = await talking()
  const to = await newCandidate()
  const asked = await journey.api(`/calls/${theirs}/consultation`, { method: 'POST', body: { to } })
  expect(asked.status).toBe(200)
  await eventually(async () => expect(await newestLeg(to)).toMatchObject({ status: 'ringing' }))
  const third = (await newestLeg(to)).callSid
  await act(third, 'answer')
  await eventually(async () => expect((await look(third)).waitingFor).toBe('gather'))
  await act(third, 'digits', { digits: '1' })
  await eventually(async () => expect((await look(third)).conference?.participants).toHaveLength(3))
  await eventually(async () => expect(await callOf(theirs)).toMatchObject({ held: true }))
  return { mine, theirs, third }
}

/** The candidate and the colleague talk, without Erin, until one hangs up. */
async function talkOn({ theirs, third }: { theirs: string; third: string }) {
  await eventually(async () =>
    expect(await callOf(theirs)).toMatchObject({ held: false, consulting: null, status: 'in-progress' }),
  )
  expect((await phoneOf('Erin')).call).toBeNull()
  await eventually(async () => {
    await act(third, 'speech', { text: 'I take it from here' })
    expect(await heardOn(theirs)).toContain('I take it from here')
  })
  await act(theirs, 'hangup')
  await isOver(third)
}

describe('a call from a browser', () => {
  test('meets the candidate in a room, from our number; it is one call of hers with her leg in its timeline', async () => {
    const { candidate, mine, theirs } = await talking()
    await act(mine, 'speech', { text: 'Hello, Erin speaking' })
    expect((await look(theirs)).heard).toContainEqual(
      expect.objectContaining({ verb: 'speech', text: 'Hello, Erin speaking' }),
    )
    const { items } = (await journey.api(`/calls?legs=false&phoneNumber=${encodeURIComponent(candidate)}`)).body
    expect(items).toMatchObject([
      {
        callSid: theirs,
        direction: 'outbound',
        from: journey.ourNumber,
        handledBy: { id: agents.idOf('Erin'), name: 'Erin' },
      },
    ])
    expect((await journey.api(`/calls/${mine}`)).body).toMatchObject({ parentCallSid: theirs })
    expect(await phoneOf('Erin')).toMatchObject({
      call: { status: 'talking', callSid: theirs, them: candidate, room: expect.any(String) },
    })
    expect((await agents.api('Erin')('/phone/call', { method: 'DELETE' })).status).toBe(200)
    await isOver(theirs)
    await isOver(mine)
    await eventually(async () => expect((await phoneOf('Erin')).call).toBeNull())
  })

  test('survives a reload of her page: the candidate hears that they are to wait, then talks on', async () => {
    const { mine, theirs } = await talking()
    await act(mine, 'hangup')
    await eventually(async () => expect(await heardOn(theirs)).toContain('Please stay on the line'))
    await eventually(async () => expect(await heardOn(theirs)).toContain('music'))
    const { call } = await phoneOf('Erin')
    const again = await connect('Erin', { Room: call.room })
    await isTalking(again)
    await eventually(async () => {
      await act(again, 'speech', { text: 'Here I am again' })
      expect(await heardOn(theirs)).toContain('Here I am again')
    })
    expect(await look(theirs)).toMatchObject({ status: 'in-progress' })
    await act(theirs, 'hangup')
    await isOver(again)
  })

  test('joined again while the old leg is still there lets the old one go', async () => {
    const { mine, theirs } = await talking()
    const again = await connect('Erin', { Room: (await phoneOf('Erin')).call.room })
    await isOver(mine)
    await isTalking(again)
    expect(await look(theirs)).toMatchObject({ status: 'in-progress' })
    await act(theirs, 'hangup')
    await isOver(again)
  })

  test('whose page never comes back leaves the candidate with goodbye after three quarters of a minute', async () => {
    const { mine, theirs } = await talking()
    await act(mine, 'hangup')
    await eventually(async () => expect(await heardOn(theirs)).toContain('Please stay on the line'))
    await journey.advance(46_000)
    await lookAtRooms({ ...journey.server.installation, actor: { type: 'system' }, requestId: 'test' })
    await eventually(async () => expect(await heardOn(theirs)).toContain('the line was lost'))
    await isOver(theirs)
    expect((await phoneOf('Erin')).call).toBeNull()
  })

  test('survives a reload in the middle of a word with a colleague: the candidate stays on hold, she comes back to both', async () => {
    const { mine, theirs, third } = await consulting()
    await act(mine, 'hangup')
    await isOver(mine)
    await journey.advance(20_000)
    expect(await callOf(theirs)).toMatchObject({ held: true, status: 'in-progress', handledBy: { name: 'Erin' } })
    expect((await callOf(theirs)).consulting).not.toBeNull()
    expect(await look(third)).toMatchObject({ status: 'in-progress' })
    const { call } = await phoneOf('Erin')
    expect(call).toMatchObject({ status: 'talking', callSid: theirs })
    const again = await connect('Erin', { Room: call.room })
    await isTalking(again)
    await eventually(async () => {
      await act(again, 'speech', { text: 'Here I am again' })
      expect(await heardOn(third)).toContain('Here I am again')
    })
    expect(await heardOn(theirs)).not.toContain('Here I am again')
    expect(await callOf(theirs)).toMatchObject({ held: true })
    expect((await journey.api(`/calls/${theirs}/consultation`, { method: 'DELETE' })).status).toBe(200)
    await isOver(third)
    await eventually(async () => expect(await callOf(theirs)).toMatchObject({ held: false, consulting: null }))
    await act(theirs, 'hangup')
    await isOver(again)
  })

  test('whose page never comes back from a word with a colleague is the colleague’s, as it is when she hangs up', async () => {
    const lost = await consulting()
    await act(lost.mine, 'hangup')
    await isOver(lost.mine)
    await journey.advance(46_000)
    await lookAtRooms({ ...journey.server.installation, actor: { type: 'system' }, requestId: 'test' })
    await talkOn(lost)

    const hungUp = await consulting()
    expect((await agents.api('Erin')('/phone/call', { method: 'DELETE' })).status).toBe(200)
    await isOver(hungUp.mine)
    await talkOn(hungUp)
  })

  test('is hers alone: a colleague cannot come in, a supervisor can', async () => {
    const { theirs } = await talking()
    const { room } = (await phoneOf('Erin')).call
    const foreign = await connect('Frank', { Room: room })
    await isOver(foreign)
    expect(await heardOn(foreign)).toContain('somebody else’s call')
    const supervising = await connect('Sue', { Room: room }, supervisors)
    await eventually(async () => expect((await look(supervising)).conference.participants).toHaveLength(3))
    await act(theirs, 'hangup')
    await isOver(supervising)
    const late = await connect('Erin', { Room: room })
    await isOver(late)
    expect(await heardOn(late)).toContain('This call is over')
  })

  test('that may not be placed is refused aloud, and beforehand in words', async () => {
    const candidate = '+4915112345678'
    const check = await agents.api('Erin')('/phone/check', { method: 'POST', body: { to: candidate } })
    expect(check.body.refusal).toContain('Calls to Germany are switched off')
    const mine = await connect('Erin', { To: candidate })
    await isOver(mine)
    expect(await heardOn(mine)).toContain(check.body.refusal)
    expect(await newestLeg(candidate)).toBeUndefined()
    const whole = (await journey.api('/calls?legs=false&limit=200')).body.items
    expect(whole.filter(({ from }: { from: string }) => from.startsWith('client:'))).toEqual([])
    const free = await newCandidate()
    expect((await agents.api('Erin')('/phone/check', { method: 'POST', body: { to: free } })).body).toEqual({
      refusal: null,
    })
  })

  test('to somebody who does not answer says so', async () => {
    const candidate = await newCandidate()
    const mine = await connect('Erin', { To: candidate })
    await eventually(async () => expect(await newestLeg(candidate)).toMatchObject({ status: 'ringing' }))
    await act((await newestLeg(candidate)).callSid, 'decline')
    await isOver(mine)
    expect(await heardOn(mine)).toContain('They did not answer')
  })

  test('asked for twice by Twilio is one call', async () => {
    const candidate = await newCandidate()
    const parameters = {
      CallSid: `CA${'5'.repeat(32)}`,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: `client:${agents.idOf('Frank')}`,
      To: candidate,
    }
    const [one, other] = await Promise.all([
      sendAsTwilio('voice/phone', parameters),
      sendAsTwilio('voice/phone', parameters),
    ])
    expect(one.body).toContain('<Conference')
    expect(other.body).toBe(one.body)
    const { items } = (await journey.api(`/calls?legs=false&phoneNumber=${encodeURIComponent(candidate)}`)).body
    expect(items).toHaveLength(1)
    const unsigned = await fetch(`${journey.server.url}/api/twilio/webhooks/voice/phone`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
    })
    expect(unsigned.status).toBe(403)
  })

  test('comes from a person of ours who may call, and from nobody else', async () => {
    for (const from of ['client:somebody', `client:${viewers.idOf('Vera')}`, '+14155550123', 'client:%']) {
      const answer = await sendAsTwilio('voice/phone', {
        CallSid: `CA${'6'.repeat(32)}`,
        CallStatus: 'ringing',
        Direction: 'inbound',
        From: from,
        To: '+14155550123',
      })
      expect(answer.body).toContain('may not place calls')
    }
  })
})

/** Whom Gina called last calls back, and it rings for her. */
async function ringsForGina() {
  const [number] = await journey.rows('select id from twilio_phone_numbers where phone_number = $1', [
    journey.ourNumber,
  ])
  await journey.api(`/numbers/${number.id}`, { method: 'PATCH', body: { answer: { lastRecruiterFirst: true } } })
  await agents.api('Gina')('/phone', { method: 'PUT', body: { ready: true } })
  const { candidate, mine, theirs } = await talking('Gina')
  await act(theirs, 'hangup')
  await isOver(mine)
  await eventually(async () => expect((await phoneOf('Gina')).call).toBeNull())
  const calling = await journey.control(`/phones/${encodeURIComponent(candidate)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  await eventually(async () => expect((await phoneOf('Gina')).call).toMatchObject({ status: 'ringing' }))
  const phone = `client:${agents.idOf('Gina')}`
  await eventually(async () => expect(await newestLeg(phone)).toMatchObject({ status: 'ringing' }))
  const leg = (await newestLeg(phone)).callSid
  return { candidate, caller: String(calling.callSid), leg }
}

describe('a call that rings in a browser', () => {
  test('says who calls, is answered, and survives a reload like one she placed', async () => {
    const { candidate, caller, leg } = await ringsForGina()
    expect((await phoneOf('Gina')).call).toEqual({
      status: 'ringing',
      callSid: caller,
      them: candidate,
      room: null,
      pickup: caller,
    })
    await act(leg, 'answer')
    await eventually(async () =>
      expect((await phoneOf('Gina')).call).toMatchObject({ status: 'talking', callSid: caller }),
    )
    await act(leg, 'hangup')
    await eventually(async () => expect(await heardOn(caller)).toContain('Please stay on the line'))
    const again = await connect('Gina', { Room: (await phoneOf('Gina')).call.room })
    await isTalking(again)
    expect(await look(caller)).toMatchObject({ status: 'in-progress' })
    await agents.api('Gina')('/phone/call', { method: 'DELETE' })
    await isOver(caller)
  })

  test('is taken from a page to which it did not ring; it stops ringing where nobody is any more', async () => {
    const { caller, leg } = await ringsForGina()
    const foreign = await connect('Frank', { Pickup: caller })
    await isOver(foreign)
    expect(await heardOn(foreign)).toContain('does not ring for you')
    const taking = await connect('Gina', { Pickup: caller })
    await eventually(async () => {
      await act(taking, 'speech', { text: 'Gina here' })
      expect(await heardOn(caller)).toContain('Gina here')
    })
    expect((await look(leg)).status).not.toBe('ringing')
    expect((await journey.api(`/calls/${caller}`)).body).toMatchObject({
      handledBy: { name: 'Gina' },
      status: 'in-progress',
    })
    await act(caller, 'hangup')
    await isOver(taking)
    const late = await connect('Gina', { Pickup: caller })
    await isOver(late)
    expect(await heardOn(late)).toContain('has hung up')
  })

  test('is declined: what comes next for the caller comes', async () => {
    const { caller, leg } = await ringsForGina()
    await agents.api('Gina')('/phone/call', { method: 'DELETE' })
    await eventually(async () => expect((await look(leg)).status).not.toBe('ringing'))
    await eventually(async () => expect(await look(caller)).toMatchObject({ waitingFor: 'record' }))
    await act(caller, 'hangup')
    await eventually(async () => expect((await phoneOf('Gina')).call).toBeNull())
  })
})

describe('whether a phone in a browser can be rung', () => {
  test('is what its page said last, for eleven minutes', async () => {
    const put = (ready: boolean) => agents.api('Hal')('/phone', { method: 'PUT', body: { ready } })
    const { installation } = journey.server
    const hal = agents.idOf('Hal')
    const rung = async () => (await listDestinations(installation, [hal])).get(hal)
    expect((await phoneOf('Hal')).ready).toBe(false)
    expect((await put(true)).body).toEqual({ ready: true, call: null })
    await put(true)
    expect(await rung()).toEqual([{ to: `client:${hal}`, personId: hal }])
    await put(false)
    expect(await rung()).toEqual([])
    await put(true)
    await journey.advance(661_000)
    expect((await phoneOf('Hal')).ready).toBe(false)
    const audits = await journey.rows(
      "select action from audit_log where action like 'phone.turn%' and subject = $1 order by 1",
      [hal],
    )
    expect(audits.map(({ action }) => action)).toEqual(['phone.turn_off', 'phone.turn_on', 'phone.turn_on'])
  })
})
