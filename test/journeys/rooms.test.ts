import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtRooms } from '@/lib/services/rooms/look-at-rooms'
import { onThePhones } from '../helpers/on-the-phones'
import { signInPeople, type SignedIn } from '../helpers/sign-in-people'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
const desk = '+12125558899'
let phones: ReturnType<typeof onThePhones>
let firm: SignedIn

beforeAll(async () => {
  journey = await startJourney({ role: 'all', env: { TWILIO_DEFAULT_TRANSFER_NUMBER: desk } })
  phones = onThePhones(journey, { desk, firstPhone: 6000 })
  await phones.addPhone(desk)
  firm = await signInPeople(journey, ['Alice Ames', 'Bob Brandt'])
  await firm.api('Alice Ames')('/me', { method: 'PATCH', body: { phoneNumber: desk } })
})
afterAll(() => journey.close())

const api = async (callSid: string) => (await journey.api(`/calls/${callSid}`)).body

/** Bob, at a phone of his own. */
async function colleague() {
  const phoneNumber = await phones.newPhone()
  await firm.api('Bob Brandt')('/me', { method: 'PATCH', body: { phoneNumber } })
  return phoneNumber
}

async function timeline(callSid: string): Promise<string[]> {
  const { items } = (await journey.api(`/calls/${callSid}/timeline`)).body
  return items.map(({ text }: { text: string }) => text)
}

const consult = (callSid: string, to: string) =>
  journey.api(`/calls/${callSid}/consultation`, { method: 'POST', body: { to } })
const complete = (callSid: string) => journey.api(`/calls/${callSid}/consultation/complete`, { method: 'POST' })

const connecting = {
  initial_state: 'connect',
  states: [
    {
      name: 'connect',
      type: 'connect-call-to',
      properties: { noun: 'number', to: desk, timeout: '20' },
      transitions: [{ event: 'callCompleted', next: 'sorry' }],
    },
    { name: 'sorry', type: 'say-play', properties: { say: 'Sorry.' }, transitions: [] },
  ],
}

async function answerBy(flowId: string | null) {
  const { items } = (await journey.api('/numbers')).body
  const { id } = items.find(({ phoneNumber }: { phoneNumber: string }) => phoneNumber === journey.ourNumber)
  await journey.api(`/numbers/${id}`, { method: 'PATCH', body: { answer: { flowId } } })
}

describe('a call in progress', () => {
  test('is put on hold and taken back: neither leg drops, and each hold is seen when Twilio says so', async () => {
    const { callSid, deskSid } = await phones.talking()
    expect((await phones.change(callSid, { hold: true })).status).toBe(200)
    await phones.shows(callSid, { held: true, roomId: expect.any(String), status: 'in-progress' })
    expect(await phones.look(deskSid)).toMatchObject({ status: 'in-progress' })
    await phones.change(callSid, { hold: false })
    await phones.shows(callSid, { held: false, status: 'in-progress' })

    await phones.change(callSid, { muted: true })
    await phones.shows(callSid, { muted: true })
    await phones.change(callSid, { muted: false })
    await phones.shows(callSid, { muted: false })

    expect((await phones.change(callSid, { digits: '12#' })).status).toBe(200)
    await phones.eventually(async () =>
      expect((await phones.look(callSid)).heard).toContainEqual(expect.objectContaining({ digits: '12#' })),
    )

    await phones.act(deskSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(callSid)).toMatchObject({ status: 'completed' }))
    expect(await phones.heardOn(callSid)).toContain('Thank you. Goodbye.')
    await phones.shows(callSid, { status: 'completed', held: false })
  })

  test('stays what it was when Twilio could not be asked, and is lifted by the next asking', async () => {
    const { callSid, deskSid } = await phones.talking()
    await journey.faults({ on: 'request', method: 'POST', path: `/Calls/${deskSid}`, action: 'reset-before', times: 1 })
    expect((await phones.change(callSid, { hold: true })).status).toBe(502)
    expect(await phones.look(deskSid)).toMatchObject({ status: 'in-progress' })
    expect(await phones.look(callSid)).toMatchObject({ status: 'in-progress' })
    await journey.advance(6_000)
    await Promise.all([phones.change(callSid, { hold: true }), phones.change(callSid, { hold: true })])
    await phones.shows(callSid, { held: true, status: 'in-progress' })
    expect(await phones.look(deskSid)).toMatchObject({ status: 'in-progress' })
    await phones.act(deskSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(callSid)).toMatchObject({ status: 'completed' }))
  })

  test('is lifted once when Twilio did it and the answer was lost', async () => {
    const { callSid, deskSid } = await phones.talking()
    await journey.faults(
      { on: 'request', method: 'POST', path: `/Calls/${deskSid}`, action: 'reset-after', times: 1 },
      { on: 'callback', kind: 'conference-status', action: 'duplicate', delayMs: 3_000 },
      { on: 'callback', kind: 'conference-status', action: 'reorder', delayMs: 2_000 },
    )
    expect((await phones.change(callSid, { hold: true })).status).toBe(502)
    expect((await phones.change(callSid, { hold: true })).status).toBe(200)
    await phones.shows(callSid, { held: true, status: 'in-progress' })
    await phones.change(callSid, { hold: false })
    await phones.shows(callSid, { held: false, status: 'in-progress' })
    expect(await phones.look(deskSid)).toMatchObject({ status: 'in-progress' })
    await journey.faults()
    await phones.act(callSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(deskSid)).toMatchObject({ status: 'completed' }))
    expect(await phones.change(callSid, { hold: true })).toMatchObject({ status: 409 })
  })

  test('is transferred out of its room: our person is released, the new one talks', async () => {
    const { callSid, deskSid } = await phones.talking()
    await phones.change(callSid, { hold: true })
    await phones.shows(callSid, { held: true })
    await phones.shows(callSid, { handledBy: { name: 'Alice Ames' } })
    const other = await colleague()
    expect((await phones.change(callSid, { transferTo: other })).status).toBe(200)
    await phones.eventually(async () => expect(await phones.newestLeg(other)).toMatchObject({ status: 'ringing' }))
    expect(await api(callSid)).toMatchObject({ handledBy: { name: 'Alice Ames' } })
    const otherSid = await phones.pickUp(other)
    await phones.shows(callSid, { handledBy: { id: firm.idOf('Bob Brandt'), name: 'Bob Brandt' } })
    const told = ['Taken by Alice Ames', `Transferred to Bob Brandt, ${other}`, 'Taken by Bob Brandt']
    expect((await timeline(callSid)).filter((line) => /^(Taken|Transferred)/.test(line))).toEqual(told)
    await phones.eventually(async () => expect(await phones.look(deskSid)).toMatchObject({ status: 'completed' }))
    await phones.shows(callSid, { held: false, roomId: null, status: 'in-progress' })
    await phones.change(callSid, { hold: true })
    await phones.shows(callSid, { held: true })
    await phones.act(otherSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(callSid)).toMatchObject({ status: 'completed' }))
  })

  test('that a flow has connected is lifted too, and the flow is over', async () => {
    const flow = await journey.api('/ivr/flows', { method: 'POST', body: { name: 'Connect', definition: connecting } })
    const { id, draftRevision: revision } = flow.body
    await journey.api(`/ivr/flows/${id}/publish`, { method: 'POST', body: { message: '', revision } })
    await answerBy(id)
    const caller = await phones.newPhone()
    const { callSid } = await journey.control(`/phones/${encodeURIComponent(caller)}/calls`, {
      method: 'POST',
      body: { to: journey.ourNumber },
    })
    await phones.eventually(async () => expect(await phones.newestLeg(desk)).toMatchObject({ status: 'ringing' }))
    const { callSid: deskSid } = await phones.newestLeg(desk)
    await phones.act(deskSid, 'answer')
    await phones.shows(deskSid, { status: 'in-progress' })
    await phones.change(callSid, { hold: true })
    await phones.shows(callSid, { held: true, status: 'in-progress' })
    expect(await phones.look(deskSid)).toMatchObject({ status: 'in-progress' })
    expect(await phones.heardOn(callSid)).not.toContain('Sorry')
    await answerBy(null)
    await phones.act(callSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(deskSid)).toMatchObject({ status: 'completed' }))
  })

  test('in a room ends for our person when the caller hangs up', async () => {
    const { callSid, deskSid } = await phones.talking()
    await phones.change(callSid, { hold: true })
    await phones.shows(callSid, { held: true })
    await phones.act(callSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(deskSid)).toMatchObject({ status: 'completed' }))
    await phones.shows(deskSid, { status: 'completed' })
  })

  test('that nobody has answered cannot be held', async () => {
    const caller = await phones.newPhone()
    const { callSid } = await journey.control(`/phones/${encodeURIComponent(caller)}/calls`, {
      method: 'POST',
      body: { to: journey.ourNumber },
    })
    await phones.eventually(async () => expect(await phones.newestLeg(desk)).toMatchObject({ status: 'ringing' }))
    expect(await phones.change(callSid, { hold: true })).toMatchObject({
      status: 409,
      body: { error: { message: 'Nobody is connected with this caller yet.' } },
    })
    await phones.act(callSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(callSid)).toMatchObject({ status: 'completed' }))
  })
})

describe('a warm transfer', () => {
  test('lets ours talk with a colleague while the caller waits, then hands over: the caller never drops', async () => {
    const { callSid, deskSid } = await phones.talking()
    const bobs = await colleague()
    expect((await consult(callSid, bobs)).status).toBe(200)
    await phones.shows(callSid, { consulting: 'Bob Brandt', handledBy: { name: 'Alice Ames' } })
    expect((await complete(callSid)).status).toBe(409)
    const third = await phones.pickUp(bobs)
    await phones.shows(callSid, { held: true, consulting: 'Bob Brandt', handledBy: { name: 'Alice Ames' } })
    expect(await phones.heardOn(third)).toContain('A colleague would like a word with you')
    await phones.eventually(async () => expect((await complete(callSid)).status).toBe(200))
    await phones.eventually(async () => expect(await phones.look(deskSid)).toMatchObject({ status: 'completed' }))
    await phones.shows(callSid, {
      held: false,
      consulting: null,
      status: 'in-progress',
      handledBy: { name: 'Bob Brandt' },
    })
    expect(await phones.look(third)).toMatchObject({ status: 'in-progress' })
    const told = await timeline(callSid)
    expect(told).toContain('Taken by Alice Ames')
    expect(told).toContain(`Put on hold to talk with Bob Brandt, ${bobs} first`)
    expect(told).toContain(`Handed over to Bob Brandt, ${bobs}`)
    expect(told.join()).not.toContain('call.')
    await phones.act(third, 'hangup')
    await phones.eventually(async () => expect(await phones.look(callSid)).toMatchObject({ status: 'completed' }))
  })

  test('to somebody who does not answer gives the caller back', async () => {
    const { callSid, deskSid } = await phones.talking()
    const bobs = await colleague()
    await consult(callSid, bobs)
    await phones.eventually(async () => expect(await phones.newestLeg(bobs)).toMatchObject({ status: 'ringing' }))
    await phones.shows(callSid, { held: true })
    await phones.act((await phones.newestLeg(bobs)).callSid, 'decline')
    await phones.shows(callSid, {
      held: false,
      consulting: null,
      status: 'in-progress',
      handledBy: { name: 'Alice Ames' },
    })
    expect(await phones.look(deskSid)).toMatchObject({ status: 'in-progress' })
    await phones.act(deskSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(callSid)).toMatchObject({ status: 'completed' }))
  })

  test('is called off: the colleague goes, the caller comes back', async () => {
    const { callSid, deskSid } = await phones.talking()
    const stranger = await phones.newPhone()
    await consult(callSid, stranger)
    const third = await phones.pickUp(stranger)
    await phones.shows(callSid, { held: true })
    expect((await journey.api(`/calls/${callSid}/consultation`, { method: 'DELETE' })).status).toBe(200)
    await phones.eventually(async () => expect(await phones.look(third)).toMatchObject({ status: 'completed' }))
    await phones.shows(callSid, { held: false, consulting: null })
    await phones.act(callSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(deskSid)).toMatchObject({ status: 'completed' }))
  })

  test('is made by hanging up while the colleague is there; a caller who gives up ends it for both', async () => {
    const { callSid, deskSid } = await phones.talking()
    const bobs = await colleague()
    await consult(callSid, bobs)
    const third = await phones.pickUp(bobs)
    await phones.shows(callSid, { held: true })
    await phones.act(deskSid, 'hangup')
    await phones.shows(callSid, {
      held: false,
      consulting: null,
      status: 'in-progress',
      handledBy: { name: 'Bob Brandt' },
    })
    await phones.act(callSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(third)).toMatchObject({ status: 'completed' }))
  })
})

const place = (to: string, first: string) => journey.api('/calls', { method: 'POST', body: { to, ringFirst: first } })

describe('a call for which our own phone rings first', () => {
  test('is placed when we press 1; the list shows whom we called, our phone is a leg of it', async () => {
    const [own, candidate] = [await phones.newPhone(), await phones.newPhone()]
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: candidate, name: 'Ada Byron' } })
    const placed = await place(candidate, own)
    expect(placed).toMatchObject({ status: 201, body: { to: own } })
    expect(await phones.newestLeg(candidate)).toBeUndefined()
    const ownSid = await phones.pickUp(own)
    expect(await phones.heardOn(ownSid)).toContain('Your call to Ada Byron. Press 1 to place it.')
    await phones.eventually(async () => expect(await phones.newestLeg(candidate)).toMatchObject({ status: 'ringing' }))
    const { callSid, from } = await phones.newestLeg(candidate)
    expect(from).toBe(journey.ourNumber)
    await phones.act(callSid, 'answer')
    await phones.shows(callSid, { status: 'in-progress', contactName: 'Ada Byron', parentCallSid: null })
    await phones.shows(ownSid, { status: 'in-progress', parentCallSid: callSid })
    await phones.act(callSid, 'hangup')
    await phones.eventually(async () => expect(await phones.look(ownSid)).toMatchObject({ status: 'completed' }))
  })

  test('disturbs nobody who must not be called, and nobody when our phone is not taken', async () => {
    const own = await phones.newPhone()
    expect((await place('+442079460018', own)).status).toBe(422)
    expect(await phones.newestLeg(own)).toBeUndefined()
    const other = await phones.newPhone()
    await place(other, own)
    await phones.eventually(async () => expect(await phones.newestLeg(own)).toMatchObject({ status: 'ringing' }))
    await phones.act((await phones.newestLeg(own)).callSid, 'decline')
    await phones.shows((await phones.newestLeg(own)).callSid, { status: 'busy' })
    expect(await phones.newestLeg(other)).toBeUndefined()
  })

  test('tells us when they do not answer', async () => {
    const [own, candidate] = [await phones.newPhone(), await phones.newPhone()]
    await place(candidate, own)
    const ownSid = await phones.pickUp(own)
    await phones.eventually(async () => expect(await phones.newestLeg(candidate)).toMatchObject({ status: 'ringing' }))
    await phones.act((await phones.newestLeg(candidate)).callSid, 'decline')
    await phones.eventually(async () => expect(await phones.look(ownSid)).toMatchObject({ status: 'completed' }))
    expect(await phones.heardOn(ownSid)).toContain('They did not answer. Goodbye.')
  })
})

test('what came of a call is written down, shown live, and no later report takes it away', async () => {
  const { callSid, deskSid } = await phones.talking()
  const noted = await phones.change(callSid, { disposition: 'Interview booked', notes: 'Monday at ten.' })
  expect(noted).toMatchObject({ status: 200, body: { disposition: 'Interview booked', notes: 'Monday at ten.' } })
  expect((await phones.change(callSid, {})).status).toBe(400)
  await phones.act(deskSid, 'hangup')
  await phones.shows(callSid, { status: 'completed', disposition: 'Interview booked', notes: 'Monday at ten.' })
  const told = await journey.rows(
    `select data->'call'->>'disposition' as disposition from twilio_events where data->'call'->>'callSid' = $1 order by id desc limit 1`,
    [callSid],
  )
  expect(told).toEqual([{ disposition: 'Interview booked' }])
  expect((await phones.change(callSid, { notes: null })).body).toMatchObject({
    disposition: 'Interview booked',
    notes: null,
  })
})

test('a caller whose goodbye was lost with the job is found by the next look', async () => {
  const { callSid, deskSid } = await phones.talking()
  await phones.change(callSid, { hold: true })
  await phones.shows(callSid, { held: true })
  const { roomId } = await api(callSid)
  await journey.rows(`update twilio_conferences set look_at = now() - interval '1 year' where id = $1`, [roomId])
  await lookAtRooms({ ...journey.server.installation, actor: { type: 'system' }, requestId: 'test' })
  expect(await journey.rows('select look_at from twilio_conferences where id = $1', [roomId])).toEqual([
    { look_at: null },
  ])
  await phones.act(deskSid, 'hangup')
  await phones.eventually(async () => expect(await phones.look(callSid)).toMatchObject({ status: 'completed' }))
})
