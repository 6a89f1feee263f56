import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encodeWav } from '@/hooks/sound/encode-wav'
import { answerCall } from '@/lib/services/calls/answer-call'
import { textMissedCallers } from '@/lib/services/missed-calls/text-missed-callers'
import { lookAtRooms } from '@/lib/services/rooms/look-at-rooms'
import { takeRoom } from '@/lib/services/rooms/take-room'
import { sendDueMessages } from '@/lib/services/scheduled-messages/send-due-messages'
import { signInPeople, type SignedIn } from '../helpers/sign-in-people'
import { startJourney, type Journey } from '../helpers/start-journey'

const desk = '+14155558801'
const second = '+14155558802'
const marias = '+14155558803'
const toms = '+14155558804'
const patience = { timeout: 10_000 }
let journey: Journey
let people: SignedIn
let numberId: string
let callers = 0

beforeAll(async () => {
  journey = await startJourney({ role: 'all' })
  for (const phoneNumber of [desk, second, marias, toms]) await addPhone(phoneNumber)
  people = await signInPeople(journey, ['Maria Lopez', 'Tom Reed', 'Una Without'])
  await people.api('Maria Lopez')('/me', { method: 'PATCH', body: { phoneNumber: marias } })
  await people.api('Tom Reed')('/me', { method: 'PATCH', body: { phoneNumber: toms } })
  const { items } = (await journey.api('/numbers')).body
  numberId = items.find((item: { phoneNumber: string }) => item.phoneNumber === journey.ourNumber).id
})
afterAll(() => journey.close())
beforeEach(() =>
  answer({
    greeting: 'Welcome.',
    transferTo: null,
    ring: null,
    hours: null,
    flowId: null,
    lastRecruiterFirst: false,
    textBack: null,
    ringSeconds: 20,
    whisperNeedsKey: true,
  }),
)

const addPhone = (phoneNumber: string) => journey.control('/phones', { method: 'POST', body: { phoneNumber } })
async function answer(settings: object) {
  const { status } = await journey.api(`/numbers/${numberId}`, { method: 'PATCH', body: { answer: settings } })
  expect(status).toBe(200)
}
const newCaller = async () => {
  callers += 1
  const caller = `+1212555${String(7000 + callers)}`
  await addPhone(caller)
  return caller
}
async function callUs(caller?: string, milliseconds = 12_000) {
  const from = caller ?? (await newCaller())
  const { callSid } = await journey.control(`/phones/${encodeURIComponent(from)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  await journey.advance(milliseconds)
  return { caller: from, callSid: callSid as string }
}
const act = (callSid: string, action: string, body: object = {}) =>
  journey.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
const heardOn = async (callSid: string): Promise<string> =>
  (await journey.control(`/calls/${callSid}`)).heard.map((entry: { text?: string }) => entry.text ?? '').join(' ')
const legOf = async (phone: string) => (await journey.control(`/phones/${encodeURIComponent(phone)}/calls`))[0]
async function until(callSid: string, waitingFor: string, step = 1_000) {
  for (let waited = 0; waited < 90_000; waited += step) {
    if ((await journey.control(`/calls/${callSid}`)).waitingFor === waitingFor) return
    await journey.advance(step)
  }
  throw new Error(`the call never waited for ${waitingFor}`)
}
/** Numbers that were rung for a call, in order, with what became of each. */
const legsOf = (callSid: string) =>
  journey.rows('select to_number as to, status from twilio_call_logs where parent_call_sid = $1 order by started_at', [
    callSid,
  ])
/** Picks up and presses 1. */
async function take(callSid: string) {
  await act(callSid, 'answer')
  await until(callSid, 'gather')
  await act(callSid, 'digits', { digits: '1' })
  await journey.advance(5_000)
}
async function hangUp(callSid: string) {
  await act(callSid, 'hangup')
  await journey.advance(10_000)
}

const office = (hours: object) => ({
  time_zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  holidays: [],
  ...hours,
})
const shut = office({ hours: [] })

const greetingsUrl = () => `${journey.server.url}/api/twilio/greetings`
const greetingIds = async (heardBy: string) =>
  (await journey.api(`/greetings?heardBy=${heardBy}`)).body.items.map(({ id }: { id: string }) => id)
async function uploadGreeting(heardBy: string) {
  const form = new FormData()
  form.set('name', 'Voicemail of the office')
  form.set('heardBy', heardBy)
  form.set('mine', 'false')
  form.set('file', new File([encodeWav(new Float32Array(8_000), 8_000)], 'office.wav', { type: 'audio/wav' }))
  const answered = await fetch(`${greetingsUrl()}/audio`, {
    method: 'POST',
    headers: { Authorization: 'Bearer admin-key-of-the-tests' },
    body: form,
  })
  expect(answered.status).toBe(201)
  return ((await answered.json()) as { id: string }).id
}
const soundOn = async (callSid: string) =>
  (await journey.control(`/calls/${callSid}`)).heard.find(({ url: at }: { url?: string }) =>
    at?.includes('/greetings/'),
  )

describe('the voicemail greeting of a number', () => {
  test('may be a sound: callers hear it and leave a message, or press 1 while it is played to be called back', async () => {
    const id = await uploadGreeting('callers')
    expect(await greetingIds('callers')).toContain(id)
    expect(await greetingIds('machines')).not.toContain(id)
    await answer({ voicemailGreetingId: id })
    const first = await callUs(undefined, 2_000)
    await until(first.callSid, 'record')
    const played = await soundOn(first.callSid)
    expect(played).toMatchObject({ verb: 'play' })
    expect((await fetch(played.url)).headers.get('content-type')).toBe('audio/wav')
    expect(await heardOn(first.callSid)).not.toContain('Please leave a message')
    await hangUp(first.callSid)

    await answer({ callBack: true })
    const second = await callUs(undefined, 2_000)
    await until(second.callSid, 'gather')
    expect(await soundOn(second.callSid)).toMatchObject({ verb: 'play' })
    await act(second.callSid, 'digits', { digits: '1' })
    await journey.advance(6_000)
    expect(await heardOn(second.callSid)).toContain('We will call you back.')
    await answer({ callBack: false })
  })

  test('is not deleted while callers hear it; a number takes only a sound for callers; one that is gone leaves the words', async () => {
    const id = await uploadGreeting('callers')
    await answer({ voicemailGreetingId: id })
    const remove = () => journey.api(`/greetings/${id}`, { method: 'DELETE' })
    expect(await remove()).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining(journey.ourNumber) } },
    })
    const leftOnMachines = await uploadGreeting('machines')
    for (const voicemailGreetingId of [leftOnMachines, crypto.randomUUID()]) {
      const refused = await journey.api(`/numbers/${numberId}`, {
        method: 'PATCH',
        body: { answer: { voicemailGreetingId } },
      })
      expect(refused.status).toBe(400)
    }
    await journey.rows('update voicemail_greetings set deleted_at = now() where id = $1', [id])
    const { callSid } = await callUs(undefined, 2_000)
    await until(callSid, 'record')
    expect(await heardOn(callSid)).toContain('Please leave a message')
    await hangUp(callSid)
    await answer({ voicemailGreetingId: null })
  })
})

describe('business hours', () => {
  test('a caller in open hours is put through; on a holiday they hear so and leave a message', async () => {
    await answer({ transferTo: desk, hours: office({}), closed: { greeting: 'We are closed today.' } })
    const open = await callUs()
    expect(await heardOn(open.callSid)).toContain('Welcome.')
    expect(await legOf(desk)).toMatchObject({ status: 'ringing', from: open.caller })
    await hangUp(open.callSid)

    const [{ day }] = await journey.rows(
      `select to_char($1::timestamptz at time zone 'America/New_York', 'MM-DD') as day`,
      [journey.clock.now()],
    )
    await answer({ hours: office({ holidays: [day] }) })
    const closed = await callUs()
    await until(closed.callSid, 'record')
    expect(await heardOn(closed.callSid)).toMatch(/^We are closed today\. .*Please leave a message/)
    expect(await legsOf(closed.callSid)).toEqual([])
    await hangUp(closed.callSid)
  })

  test('a closed office says goodbye, puts through to another number, or lets a flow answer', async () => {
    await answer({ hours: shut, transferTo: desk, closed: { greeting: 'Closed.', next: 'goodbye' } })
    const goodbye = await callUs()
    expect(await heardOn(goodbye.callSid)).toBe('Closed.')
    expect((await journey.control(`/calls/${goodbye.callSid}`)).status).toBe('completed')

    await answer({ closed: { greeting: 'Closed.', next: 'transfer', transferTo: second } })
    const transferred = await callUs()
    expect(await heardOn(transferred.callSid)).toBe('Closed.')
    expect(await legOf(second)).toMatchObject({ status: 'ringing', from: transferred.caller })
    await until(transferred.callSid, 'record')
    await hangUp(transferred.callSid)

    await answer({ closed: { next: 'flow', flowId: await publishFlow('You reach us at eight.') } })
    const flow = await callUs()
    expect(await heardOn(flow.callSid)).toBe('You reach us at eight.')
  })

  test('a flow that is not there leaves the caller the voicemail', async () => {
    await answer({ hours: shut, closed: { greeting: 'Closed.', next: 'flow', flowId: crypto.randomUUID() } })
    const { callSid } = await callUs()
    await until(callSid, 'record')
    expect(await heardOn(callSid)).toContain('Closed.')
    await hangUp(callSid)
  })
})

describe('several rung in turn', () => {
  const inTurn = { ring: { order: 'in_turn', targets: [{ phoneNumber: desk }, { phoneNumber: second }] } }

  test('each is rung with whisper and key, the next when nobody takes it, and at last there is the voicemail', async () => {
    await answer(inTurn)
    const { callSid } = await callUs()
    expect(await legOf(desk)).toMatchObject({ status: 'ringing' })
    expect(await legsOf(callSid)).toMatchObject([{ to: desk }])
    await journey.advance(22_000)
    const leg = await legOf(second)
    expect(leg).toMatchObject({ status: 'ringing' })
    // A machine picks up and presses nothing.
    await act(leg.callSid, 'answer')
    await until(callSid, 'record')
    expect(await heardOn(leg.callSid)).toContain('Press 1 to take it.')
    expect(await heardOn(callSid)).toMatch(/^Welcome\. Nobody can take your call/)
    expect(await legsOf(callSid)).toEqual([
      { to: desk, status: 'no-answer' },
      { to: second, status: 'completed' },
    ])
    const { items } = (await journey.api(`/calls/${callSid}/timeline`)).body
    const lines: string[] = items.map((line: { text: string }) => line.text)
    expect(lines.filter((line) => [`Ringing ${desk}`, `Ringing ${second}`].includes(line))).toHaveLength(2)
    expect(lines.join()).toContain('did not answer')
    await hangUp(callSid)
  })

  test('the second one takes it; the caller who hangs up ends the ringing', async () => {
    await answer(inTurn)
    const taken = await callUs()
    await act((await legOf(desk)).callSid, 'decline')
    await journey.advance(5_000)
    const leg = await legOf(second)
    await take(leg.callSid)
    await journey.advance(20_000)
    expect((await journey.control(`/calls/${taken.callSid}`)).status).toBe('in-progress')
    await hangUp(leg.callSid)
    expect(await heardOn(taken.callSid)).toBe('Welcome. Thank you. Goodbye.')

    const gone = await callUs()
    await hangUp(gone.callSid)
    expect(await legsOf(gone.callSid)).toEqual([{ to: desk, status: 'canceled' }])
  })

  test('a caller who is one of those to be rung is not rung', async () => {
    await answer(inTurn)
    const { callSid } = await callUs(desk)
    expect(await legsOf(callSid)).toMatchObject([{ to: second }])
    await hangUp(callSid)
  })
})

const write = (name: string, to: string) =>
  people.api(name)('/messages', { method: 'POST', body: { to, body: `Hello, this is ${name}.` } })
const assign = async (their: string, name: string | null) => {
  const { items } = (await journey.api(`/messages/conversations?q=${encodeURIComponent(their)}`)).body
  const assignedTo = name === null ? null : people.idOf(name)
  const body = { assignedTo }
  expect((await journey.api(`/messages/conversations/${items[0].id}`, { method: 'PATCH', body })).status).toBe(200)
}
/** Whom a caller hears ring, one round after the other, until the voicemail. */
async function rungFor(caller: string) {
  const { callSid } = await callUs(caller)
  await until(callSid, 'record', 4_000)
  await hangUp(callSid)
  return (await legsOf(callSid)).map(({ to }) => to)
}

describe('a candidate who calls back', () => {
  const usual = { lastRecruiterFirst: true, transferTo: desk }

  test('reaches who last wrote to or called them, then the usual desk; without a phone the one before', async () => {
    await answer(usual)
    const caller = await newCaller()
    expect(await rungFor(caller)).toEqual([desk])
    await write('Maria Lopez', caller)
    expect(await rungFor(caller)).toEqual([marias, desk])
    await write('Una Without', caller)
    expect(await rungFor(caller)).toEqual([marias, desk])
    await people.api('Tom Reed')('/calls', { method: 'POST', body: { to: caller } })
    await journey.advance(60_000)
    expect(await rungFor(caller)).toEqual([toms, desk])
    await write('Maria Lopez', caller)
    expect(await rungFor(caller)).toEqual([marias, desk])

    const first = await callUs(caller)
    await take((await legOf(marias)).callSid)
    expect((await journey.control(`/calls/${first.callSid}`)).status).toBe('in-progress')
    expect((await journey.api(`/calls/${first.callSid}`)).body).toMatchObject({ handledBy: { name: 'Maria Lopez' } })
    await hangUp(first.callSid)
  })

  test('reaches who talked with them last time', async () => {
    await answer({
      ring: { order: 'in_turn', targets: [{ phoneNumber: desk }, { personId: people.idOf('Tom Reed') }] },
    })
    const { caller, callSid } = await callUs()
    await act((await legOf(desk)).callSid, 'decline')
    await journey.advance(5_000)
    await take((await legOf(toms)).callSid)
    await hangUp(callSid)
    await answer({ ...usual, ring: null })
    expect(await rungFor(caller)).toEqual([toms, desk])
  })

  test('reaches to whom the conversation is assigned, whoever wrote last', async () => {
    await answer(usual)
    const caller = await newCaller()
    await write('Maria Lopez', caller)
    await assign(caller, 'Tom Reed')
    expect(await rungFor(caller)).toEqual([toms, desk])
    await assign(caller, null)
    expect(await rungFor(caller)).toEqual([marias, desk])
  })

  test('reaches a recruiter before the flow, nobody who left, and nobody from long ago', async () => {
    await answer({ ...usual, flowId: await publishFlow('Press one for jobs.') })
    const caller = await newCaller()
    await write('Maria Lopez', caller)
    const { callSid } = await callUs(caller)
    await journey.advance(25_000)
    expect(await legsOf(callSid)).toEqual([{ to: marias, status: 'no-answer' }])
    expect(await heardOn(callSid)).toBe('Welcome. Press one for jobs.')

    await answer({ flowId: null })
    const id = people.idOf('Maria Lopez')
    await journey.api(`/people/${id}`, { method: 'PATCH', body: { disabled: true } })
    expect(await rungFor(caller)).toEqual([desk])
    await journey.api(`/people/${id}`, { method: 'PATCH', body: { disabled: false } })
    expect(await rungFor(caller)).toEqual([marias, desk])
    await journey.rows(`update twilio_messages set created_at = created_at - interval '91 days' where to_number = $1`, [
      caller,
    ])
    expect(await rungFor(caller)).toEqual([desk])
  })

  test('who is a recruiter calling in is not rung on the phone they call from', async () => {
    await answer({
      ...usual,
      ring: { order: 'in_turn', targets: [{ personId: people.idOf('Maria Lopez') }, { phoneNumber: desk }] },
    })
    expect(await rungFor(marias)).toEqual([desk])
  })
})

const job = (task: string) => ({
  ...journey.server.installation,
  actor: { type: 'job' as const, task },
  requestId: 'test',
})
/** What the minute's round does, some minutes later. */
/** As the list of calls shows it, whatever Twilio calls it. */
async function isMarked(callSid: string, missed: 'voicemail' | 'nobody' | null) {
  await expect.poll(async () => (await journey.api(`/calls/${callSid}`)).body.missed, patience).toBe(missed)
}

async function minutesLater(minutes = 2) {
  await journey.advance(minutes * 60_000)
  await expect
    .poll(
      () =>
        journey.rows(`select from twilio_events, twilio_event_followers
          where name = 'missed-calls' and type = 'call.ended' and id > after`),
      patience,
    )
    .toEqual([])
  await journey.advance(60_000)
  await textMissedCallers(job('text-missed-callers'))
  await sendDueMessages(job('send-scheduled'))
  await journey.advance(5_000)
}
const textsTo = async (phone: string): Promise<string[]> =>
  (await journey.textsOf(phone))
    .filter((text: { direction: string }) => text.direction !== 'sent')
    .map((text: { body: string }) => text.body)
async function miss(caller: string) {
  const { callSid } = await callUs(caller)
  await hangUp(callSid)
  return callSid
}
const linesOf = async (callSid: string): Promise<string[]> =>
  (await journey.api(`/calls/${callSid}/timeline`)).body.items.map((line: { text: string }) => line.text)

/** Jobs and callbacks take real time, what people do takes the emulator's. */
async function eventually(check: () => Promise<unknown>) {
  await expect
    .poll(async () => {
      await journey.advance(1_000)
      return check().then(
        () => true,
        (error: unknown) => String(error),
      )
    }, patience)
    .toBe(true)
}
const statusOf = async (callSid: string) => (await journey.control(`/calls/${callSid}`)).status
const ringing = (...phones: string[]) =>
  eventually(async () => {
    for (const phone of phones) expect(await legOf(phone)).toMatchObject({ status: 'ringing' })
  })
const pressOne = (callSid: string) => act(callSid, 'digits', { digits: '1' })
/** Picks up and listens to who calls. */
async function pickUp(phone: string) {
  const { callSid } = await legOf(phone)
  await act(callSid, 'answer')
  await until(callSid, 'gather')
  return String(callSid)
}
const leavesMessage = (callSid: string) =>
  eventually(async () => expect((await journey.control(`/calls/${callSid}`)).waitingFor).toBe('record'))
async function callWhileAllRing() {
  const { caller, callSid } = await callUs()
  await ringing(desk, second, marias)
  return { caller, callSid }
}

describe('several rung together', () => {
  beforeEach(() =>
    answer({
      ring: {
        order: 'together',
        targets: [{ phoneNumber: desk }, { phoneNumber: second }, { personId: people.idOf('Maria Lopez') }],
      },
    }),
  )

  test('the first to press 1 has the caller, who waited with music; the others stop ringing', async () => {
    const { caller, callSid } = await callWhileAllRing()
    expect(await legOf(marias)).toMatchObject({ from: journey.ourNumber })
    const waits = JSON.stringify((await journey.control(`/calls/${callSid}`)).heard)
    expect(waits).toMatch(/Welcome\..*com\.twilio\.sounds\.music/)
    const slow = await pickUp(desk)
    const quick = await pickUp(marias)
    expect(await heardOn(quick)).toContain('A call for you. Press 1 to take it.')
    await pressOne(quick)
    await eventually(async () => expect(await statusOf(slow)).toBe('completed'))
    await eventually(async () => expect((await legOf(second)).status).not.toBe('ringing'))
    await eventually(async () =>
      expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({
        status: 'in-progress',
        handledBy: { name: 'Maria Lopez' },
      }),
    )
    expect(await statusOf(quick)).toBe('in-progress')
    const lines = await linesOf(callSid)
    for (const rung of [desk, second, `Maria Lopez, ${marias}`]) expect(lines).toContain(`Ringing ${rung}`)
    await hangUp(quick)
    await eventually(async () => expect(await statusOf(callSid)).toBe('completed'))
    expect(await heardOn(callSid)).toContain('Thank you. Goodbye.')
    await answer({ textBack: 'Sorry!' })
    await minutesLater()
    expect(await textsTo(caller)).toEqual([])
  })

  test('of two who press at the same instant one has the caller, and the other is told', async () => {
    const { callSid } = await callWhileAllRing()
    const legs = [await pickUp(desk), await pickUp(second)]
    await Promise.all(legs.map(pressOne))
    await eventually(async () => {
      const statuses = await Promise.all(legs.map(statusOf))
      expect(statuses.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(['completed', 'in-progress'])
    })
    expect(await statusOf(callSid)).toBe('in-progress')
    const [room] = await journey.rows(
      `select count(*) filter (where joined_at is not null and role = 'recruiter')::int as talking
         from twilio_conference_participants where conference_id = (select room_id from twilio_call_logs where call_sid = $1)`,
      [callSid],
    )
    expect(room).toEqual({ talking: 1 })
    await hangUp(callSid)
    await eventually(async () => expect(await Promise.all(legs.map(statusOf))).toEqual(['completed', 'completed']))
  })

  test('however many press, however often, exactly one takes it', async () => {
    const { callSid } = await callWhileAllRing()
    const [{ room_id: roomId }] = await journey.rows('select room_id from twilio_call_logs where call_sid = $1', [
      callSid,
    ])
    const ids = await journey.rows(
      `select id from twilio_conference_participants where conference_id = $1 and competes`,
      [roomId],
    )
    const tries = [...ids, ...ids, ...ids].map(({ id }) =>
      takeRoom(journey.server.installation, { roomId, participantId: id }).then(({ taken }) => (taken ? id : null)),
    )
    const takers = (await Promise.all(tries)).filter((id) => id !== null)
    expect(new Set(takers).size).toBe(1)
    expect(takers).toHaveLength(3)
    await hangUp(callSid)
  })

  test('nobody takes it: all decline, let it ring or press nothing, and the caller leaves a message', async () => {
    const declined = await callWhileAllRing()
    for (const phone of [desk, second, marias]) await act((await legOf(phone)).callSid, 'decline')
    await leavesMessage(declined.callSid)
    expect(await heardOn(declined.callSid)).toContain('Please leave a message')
    await hangUp(declined.callSid)

    await answer({ textBack: 'Sorry!' })
    const machine = await callWhileAllRing()
    const picked = await pickUp(desk)
    await leavesMessage(machine.callSid)
    expect(await statusOf(picked)).toBe('completed')
    await hangUp(machine.callSid)
    await minutesLater()
    expect(await textsTo(machine.caller)).toEqual(['Sorry!'])
  })

  test('the caller who gives up ends all the ringing', async () => {
    const { callSid } = await callWhileAllRing()
    const picked = await pickUp(desk)
    await hangUp(callSid)
    await eventually(async () => {
      expect(await statusOf(picked)).toBe('completed')
      for (const phone of [second, marias]) expect((await legOf(phone)).status).not.toBe('ringing')
    })
  })

  test('of which nothing is heard any more, because callbacks are lost, reaches the voicemail when the time is up', async () => {
    const { callSid } = await callWhileAllRing()
    await journey.faults({ on: 'callback', action: 'drop', probability: 1 })
    await journey.advance(45_000)
    await journey.control('/faults', { method: 'DELETE' })
    expect((await journey.control(`/calls/${callSid}`)).waitingFor).not.toBe('record')
    await lookAtRooms(job('look-at-rooms'))
    await leavesMessage(callSid)
    await hangUp(callSid)
  })

  test('a person whose page is open is rung there and on their own phone; in the page they need no key', async () => {
    const tom = people.idOf('Tom Reed')
    const page = `client:${tom}`
    await addPhone(page)
    const targets = [{ personId: tom }, { phoneNumber: desk }]
    await answer({ ring: { order: 'in_turn', targets } })
    await journey.rows('insert into browser_phones (person_id, ready_until) values ($1, $2)', [
      tom,
      new Date(journey.clock.now().getTime() + 600_000),
    ])
    const { callSid } = await callUs()
    await ringing(page, toms)
    const { callSid: pageSid } = await legOf(page)
    await act(pageSid, 'answer')
    await eventually(async () => expect((await legOf(toms)).status).not.toBe('ringing'))
    await eventually(async () =>
      expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({
        status: 'in-progress',
        handledBy: { name: 'Tom Reed' },
      }),
    )
    expect(await linesOf(callSid)).toContain('Ringing Tom Reed in the browser')
    await hangUp(callSid)
    await eventually(async () => expect(await statusOf(pageSid)).toBe('completed'))

    const missed = await callUs()
    await ringing(page, toms)
    for (const phone of [page, toms]) await act((await legOf(phone)).callSid, 'decline')
    await ringing(desk)
    await hangUp(missed.callSid)
    await journey.rows('delete from browser_phones where person_id = $1', [tom])
  })

  test('where no key is asked, whoever picks up first has the caller', async () => {
    await answer({
      whisperNeedsKey: false,
      ring: { order: 'together', targets: [{ phoneNumber: desk }, { phoneNumber: second }] },
    })
    const { callSid } = await callUs()
    await ringing(desk, second)
    await act((await legOf(second)).callSid, 'answer')
    await journey.advance(5_000)
    expect((await legOf(desk)).status).not.toBe('ringing')
    expect(await statusOf(callSid)).toBe('in-progress')
    expect(
      await journey.rows('select * from twilio_call_logs where call_sid = $1 and room_id is not null', [callSid]),
    ).toEqual([])
    await hangUp(callSid)
  })

  test('opens one room, however often and at once Twilio asks', async () => {
    const callSid = `CA${'5'.repeat(32)}`
    const call = {
      callSid,
      parentCallSid: null,
      direction: 'inbound' as const,
      status: 'ringing' as const,
      from: await newCaller(),
      to: journey.ourNumber,
      at: journey.clock.now(),
      answeredBy: null,
      errorCode: null,
      durationSeconds: null,
      attemptId: null,
      raw: '',
      parameters: {},
    }
    const documents = await Promise.all([1, 2, 3].map(() => answerCall(job('test'), call)))
    expect(documents[0]).toContain('</Conference>')
    expect(new Set(documents).size).toBe(1)
    await journey.advance(90_000)
  })

  test('is one round of a plan: the recruiter first, and what comes last after it', async () => {
    await answer({ lastRecruiterFirst: true })
    const caller = await newCaller()
    await write('Tom Reed', caller)
    const { callSid } = await callUs(caller)
    expect(await legOf(toms)).toMatchObject({ status: 'ringing' })
    await act((await legOf(toms)).callSid, 'decline')
    await ringing(desk, second, marias)
    expect((await heardOn(callSid)).match(/Welcome/g)).toHaveLength(1)
    for (const phone of [desk, second, marias]) await act((await legOf(phone)).callSid, 'decline')
    await leavesMessage(callSid)
    await hangUp(callSid)
  })
})

describe('a caller who reached nobody', () => {
  const sorry = 'Sorry, {{ contact.first_name | default: "there" }}! We call you back.'
  const heard = 'Sorry, there! We call you back.'
  beforeEach(() => answer({ transferTo: desk, textBack: sorry }))

  test('gets one text a day, whether they hung up, met a machine or left no message; it stands in the thread as automatic', async () => {
    const caller = await newCaller()
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: caller, name: 'Dana Fox' } })
    const callSid = await miss(caller)
    await minutesLater()
    expect(await textsTo(caller)).toEqual(['Sorry, Dana! We call you back.'])
    expect((await linesOf(callSid)).at(-1)).toBe('Texted back: they had reached nobody')
    const [text] = await journey.rows('select created_by from twilio_messages where to_number = $1', [caller])
    expect(text.created_by).toBe('job:text-missed-callers')
    await miss(caller)
    await minutesLater()
    expect(await textsTo(caller)).toHaveLength(1)
    await journey.advance(24 * 3_600_000)
    await miss(caller)
    await minutesLater()
    expect(await textsTo(caller)).toHaveLength(2)

    const machine = await callUs()
    await act((await legOf(desk)).callSid, 'answer')
    await until(machine.callSid, 'record')
    await hangUp(machine.callSid)
    await minutesLater()
    expect(await textsTo(machine.caller)).toEqual([heard])
    await isMarked(callSid, 'nobody')
    await isMarked(machine.callSid, 'nobody')
    const { items } = (await journey.api(`/calls?missed=true&phoneNumber=${encodeURIComponent(caller)}`)).body
    expect(items).toHaveLength(3)
  })

  test('gets none who talked, left a message, asked to be called back, wrote meanwhile, or was answered by a flow that rang nobody', async () => {
    const talked = await callUs()
    const leg = await legOf(desk)
    await take(leg.callSid)
    await hangUp(leg.callSid)
    const left = await callUs()
    await until(left.callSid, 'record')
    await act(left.callSid, 'record', { seconds: 9, text: 'Please call me back.' })
    await journey.advance(20_000)
    await answer({ callBack: true, transferTo: null })
    const asked = await callUs(undefined, 0)
    await until(asked.callSid, 'gather')
    await pressOne(asked.callSid)
    await journey.advance(10_000)
    await answer({ callBack: false, transferTo: desk })
    const writer = await newCaller()
    await miss(writer)
    await journey.control(`/phones/${encodeURIComponent(writer)}/messages`, {
      method: 'POST',
      body: { to: journey.ourNumber, body: 'I just called.' },
    })
    await answer({ flowId: await publishFlow('We are hiring.') })
    const answered = await callUs()
    await minutesLater()
    for (const { caller } of [talked, left, asked, { caller: writer }, answered])
      expect(await textsTo(caller)).toEqual([])
    expect(await journey.rows(`select * from missed_call_texts where status = 'pending'`)).toEqual([])
    await isMarked(talked.callSid, null)
    await isMarked(left.callSid, 'voicemail')
    await isMarked(answered.callSid, null)
  })

  test('who tries three times within a minute gets one text, for the last try', async () => {
    const caller = await newCaller()
    await miss(caller)
    await miss(caller)
    await miss(caller)
    await minutesLater()
    expect(await textsTo(caller)).toEqual([heard])
  })

  test('and of whom nobody looked for hours gets none any more', async () => {
    const caller = await newCaller()
    const callSid = await miss(caller)
    await minutesLater(180)
    expect(await textsTo(caller)).toEqual([])
    expect((await linesOf(callSid)).at(-1)).toBe('The missed caller got no text. It would have come too late.')
  })

  test('who opted out, or of whom a variable is not known, gets none, and the call says why', async () => {
    const out = await newCaller()
    await journey.api('/sms/opt-outs', { method: 'POST', body: { phoneNumber: out, kind: 'opted_out' } })
    const refused = await miss(out)
    const stranger = await newCaller()
    await minutesLater()
    expect(await textsTo(out)).toEqual([])
    expect((await linesOf(refused)).at(-1)).toMatch(/got no text\. .*opted out/i)
    await answer({ textBack: 'Hi {{ contact.first_name }}' })
    const skipped = await miss(stranger)
    await minutesLater()
    expect(await textsTo(stranger)).toEqual([])
    expect((await linesOf(skipped)).at(-1)).toBe('The missed caller got no text. The text lacks contact.first_name.')
    const broken = await journey.api(`/numbers/${numberId}`, {
      method: 'PATCH',
      body: { answer: { textBack: 'Hi {{ contact' } },
    })
    expect(broken.status).toBe(400)
  })

  test('at night is texted in the morning, once, though they called twice', async () => {
    const [{ wait }] = await journey.rows(
      `select extract(epoch from date_trunc('day', local) + interval '23 hours' - local) * 1000 as wait
         from (select $1::timestamptz at time zone 'America/New_York' as local) as now`,
      [journey.clock.now()],
    )
    await journey.advance(Number(wait))
    const caller = await newCaller()
    const first = await miss(caller)
    await minutesLater()
    expect((await linesOf(first)).at(-1)).toContain('A text to the missed caller waits.')
    await miss(caller)
    await minutesLater()
    expect(await textsTo(caller)).toEqual([])
    await journey.advance(10 * 3_600_000)
    await minutesLater()
    expect(await textsTo(caller)).toEqual([heard])
    const allowed = await journey.rows(
      `select from permission_verdicts where to_number = $1 and purpose = 'missed_call' and verdict = 'allowed'`,
      [caller],
    )
    expect(allowed).toHaveLength(1)
  })
})

async function publishFlow(words: string): Promise<string> {
  const definition = {
    description: 'Says one thing',
    initial_state: 'Trigger',
    flags: { allow_concurrent_calls: true },
    states: [
      {
        name: 'Trigger',
        type: 'trigger',
        properties: { offset: { x: 0, y: 0 } },
        transitions: [{ event: 'incomingCall', next: 'say' }],
      },
      {
        name: 'say',
        type: 'say-play',
        properties: { say: words, offset: { x: 0, y: 0 } },
        transitions: [{ event: 'audioComplete' }],
      },
    ],
  }
  const made = await journey.api('/ivr/flows', { method: 'POST', body: { name: words, definition } })
  const published = await journey.api(`/ivr/flows/${made.body.id}/publish`, {
    method: 'POST',
    body: { message: 'first', revision: 0 },
  })
  expect(published.body).toMatchObject({ publishedVersion: 1 })
  return made.body.id
}
