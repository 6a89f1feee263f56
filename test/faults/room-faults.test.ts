import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transferCall } from '@/lib/services/calls/transfer-call'
import { cancelConsultation } from '@/lib/services/rooms/cancel-consultation'
import { completeConsultation } from '@/lib/services/rooms/complete-consultation'
import { consult } from '@/lib/services/rooms/consult'
import { holdCall } from '@/lib/services/rooms/hold-call'
import { recordConferenceEvent } from '@/lib/services/rooms/record-conference-event'
import { lookAtRooms } from '@/lib/services/rooms/look-at-rooms'
import type { TwilioPort } from '@/lib/twilio/port'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
const desk = '+12125558899'
const patience = { timeout: 15_000 }
let people = 0

beforeAll(async () => {
  journey = await startJourney({ role: 'all', env: { TWILIO_DEFAULT_TRANSFER_NUMBER: desk } })
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: desk } })
})
afterAll(() => journey.close())
beforeEach(() => journey.faults())

const act = (callSid: string, action: string, body: object = {}) =>
  journey.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
const look = (callSid: string) => journey.control(`/calls/${callSid}`)
const heardOn = async (callSid: string): Promise<string> =>
  (await look(callSid)).heard.map((entry: { text?: string }) => entry.text ?? '').join(' ')
const newestLeg = async (phone: string) => (await journey.control(`/phones/${encodeURIComponent(phone)}/calls`))[0]
const change = (callSid: string, body: object) => journey.api(`/calls/${callSid}`, { method: 'PATCH', body })
const isLeg = (callSid: string, part: object) => eventually(async () => expect(await look(callSid)).toMatchObject(part))
const shows = (callSid: string, part: object) =>
  eventually(async () => expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject(part))

/** Time goes on, and rooms are looked at as they are every minute. */
async function eventually(check: () => Promise<unknown>) {
  await expect
    .poll(async () => {
      await journey.advance(1_000)
      await lookAtRooms(alive())
      return check().then(
        () => true,
        (error: unknown) => String(error),
      )
    }, patience)
    .toBe(true)
}

const alive = () => ({ ...journey.server.installation, actor: { type: 'system' as const }, requestId: 'test' })

/** A process that dies at the nth thing it asks of Twilio, before Twilio hears of it or just after; its jobs are lost with it. */
function dying(at: number, when: 'before' | 'after') {
  const ctx = alive()
  const { twilio } = ctx
  let asked = 0
  async function ask<Answer>(really: () => Promise<Answer>): Promise<Answer> {
    asked += 1
    if (asked < at) return really()
    if (asked === at && when === 'after') await really()
    throw new Error('the process has died')
  }
  const mortal: TwilioPort = {
    ...twilio,
    placeCall: (request) => ask(() => twilio.placeCall(request)),
    updateCall: (callSid, wanted) => ask(() => twilio.updateCall(callSid, wanted)),
    updateParticipant: (conferenceSid, callSid, wanted) =>
      ask(() => twilio.updateParticipant(conferenceSid, callSid, wanted)),
  }
  return { ...ctx, twilio: mortal, jobs: { ...ctx.jobs, enqueue: async () => undefined } }
}

const dead = 'the process has died'

async function newPhone() {
  people += 1
  const phoneNumber = `+1212555${String(7000 + people)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber } })
  return phoneNumber
}

async function pickUp(phone: string): Promise<string> {
  await eventually(async () => expect(await newestLeg(phone)).toMatchObject({ status: 'ringing' }))
  const { callSid } = await newestLeg(phone)
  await act(callSid, 'answer')
  await isLeg(callSid, { waitingFor: 'gather' })
  await act(callSid, 'digits', { digits: '1' })
  return callSid
}

async function talking() {
  const caller = await newPhone()
  const { callSid } = await journey.control(`/phones/${encodeURIComponent(caller)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  const deskSid = await pickUp(desk)
  await shows(callSid, { status: 'in-progress' })
  await shows(deskSid, { status: 'in-progress' })
  return { caller, callSid: String(callSid), deskSid }
}

async function consulting() {
  const talk = await talking()
  const colleague = await newPhone()
  await consult(alive(), { callSid: talk.callSid, to: colleague })
  const third = await pickUp(colleague)
  await shows(talk.callSid, { held: true, consulting: colleague })
  return { ...talk, colleague, third }
}

async function hangUpAll(...legs: string[]) {
  // Who is hung up on meanwhile need not hang up.
  for (const leg of legs) await act(leg, 'hangup').catch(() => undefined)
  for (const leg of legs) await isLeg(leg, { status: 'completed' })
}

const stillTalking = async (...legs: string[]) => {
  for (const leg of legs) expect(await look(leg)).toMatchObject({ status: 'in-progress' })
}

describe('when the process dies', () => {
  test('between writing a lift down and moving the leg, the next look moves it', async () => {
    const { callSid, deskSid } = await talking()
    await expect(holdCall(dying(1, 'before'), { callSid, hold: true })).rejects.toThrow(dead)
    await eventually(async () =>
      expect(
        await journey.rows(
          `select 1 from twilio_conference_participants where call_sid = $1 and joined_at is not null`,
          [callSid],
        ),
      ).toHaveLength(1),
    )
    await stillTalking(callSid, deskSid)
    await act(deskSid, 'hangup')
    await isLeg(callSid, { status: 'completed' })
    expect(await heardOn(callSid)).toMatch(/Thank you\. Goodbye\.$/)
  })

  test('before the leg was moved, and they hang up before anybody looks, the caller is told goodbye and not asked for a message', async () => {
    const { callSid, deskSid } = await talking()
    await expect(holdCall(dying(1, 'before'), { callSid, hold: true })).rejects.toThrow(dead)
    await act(deskSid, 'hangup')
    await isLeg(callSid, { status: 'completed' })
    expect(await heardOn(callSid)).toMatch(/Thank you\. Goodbye\.$/)
  })

  test('in a consultation before the third was rung, the caller comes back after a minute', async () => {
    const { callSid, deskSid } = await talking()
    await change(callSid, { hold: true })
    await shows(callSid, { held: true })
    const colleague = await newPhone()
    await expect(consult(dying(1, 'before'), { callSid, to: colleague })).rejects.toThrow(dead)
    await shows(callSid, { held: true, consulting: colleague })
    await journey.advance(60_000)
    await shows(callSid, { held: false, consulting: null })
    expect(await newestLeg(colleague)).toBeUndefined()
    await stillTalking(callSid, deskSid)
    await hangUpAll(callSid, deskSid)
  })

  test.each([
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const)(
    'at step %i of a consultation, %s Twilio heard of it, the third is rung once and the caller waits',
    async (step, when) => {
      const { callSid, deskSid } = await talking()
      await change(callSid, { muted: true })
      await shows(callSid, { muted: true })
      const colleague = await newPhone()
      await expect(consult(dying(step, when), { callSid, to: colleague })).rejects.toThrow(dead)
      const third = await pickUp(colleague)
      await shows(callSid, { held: true, consulting: colleague })
      expect(await journey.control(`/phones/${encodeURIComponent(colleague)}/calls`)).toHaveLength(1)
      await stillTalking(callSid, deskSid, third)
      await hangUpAll(callSid, deskSid, third)
    },
  )

  test.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const)(
    'at step %i of a hand-over, %s Twilio heard of it, the caller and the third talk and ours is released',
    async (step, when) => {
      const { callSid, deskSid, third } = await consulting()
      await expect(completeConsultation(dying(step, when), { callSid })).rejects.toThrow(dead)
      await isLeg(deskSid, { status: 'completed' })
      await shows(callSid, { held: false, consulting: null, status: 'in-progress' })
      await stillTalking(callSid, third)
      expect((await journey.api(`/calls/${callSid}/consultation/complete`, { method: 'POST' })).status).toBe(409)
      await hangUpAll(callSid, third)
    },
  )

  test('while the caller is taken back, the third goes and the caller comes back', async () => {
    const { callSid, deskSid, third } = await consulting()
    await expect(cancelConsultation(dying(1, 'before'), { callSid })).rejects.toThrow(dead)
    await isLeg(third, { status: 'completed' })
    await shows(callSid, { held: false, consulting: null, status: 'in-progress' })
    await stillTalking(callSid, deskSid)
    await hangUpAll(callSid, deskSid)
  })

  test('after a caller on hold was handed over to a number, they can be put on hold there', async () => {
    const { callSid, deskSid } = await talking()
    await change(callSid, { hold: true })
    await shows(callSid, { held: true })
    const other = await newPhone()
    await expect(transferCall(dying(1, 'after'), { callSid, transferTo: other })).rejects.toThrow(dead)
    const otherSid = await pickUp(other)
    await isLeg(deskSid, { status: 'completed' })
    await shows(callSid, { held: false, roomId: null, status: 'in-progress' })
    expect((await change(callSid, { hold: true })).status).toBe(200)
    await shows(callSid, { held: true })
    await hangUpAll(callSid, otherSid)
  })
})

test('a lift of which the other side hangs up at that moment leaves nobody waiting in a room', async () => {
  const { callSid, deskSid } = await talking()
  const ctx = alive()
  const twilio: TwilioPort = {
    ...ctx.twilio,
    async updateCall(sid, wanted) {
      await act(deskSid, 'hangup')
      await isLeg(deskSid, { status: 'completed' })
      return ctx.twilio.updateCall(sid, wanted)
    },
  }
  await expect(holdCall({ ...ctx, twilio }, { callSid, hold: true })).rejects.toThrow('This call has just ended.')
  await isLeg(callSid, { status: 'completed' })
  expect(await heardOn(callSid)).toMatch(/Thank you\. Goodbye\.$/)
})

test('when every report of a conference is lost, Twilio is asked: hold, consultation and hand-over come about all the same', async () => {
  await journey.faults({ on: 'callback', kind: 'conference-status', action: 'drop' })
  const { callSid, deskSid } = await talking()
  await change(callSid, { hold: true })
  await shows(callSid, { held: true, status: 'in-progress' })
  await change(callSid, { hold: false })
  await shows(callSid, { held: false })
  const colleague = await newPhone()
  await consult(alive(), { callSid, to: colleague })
  const third = await pickUp(colleague)
  await shows(callSid, { held: true, consulting: colleague })
  await eventually(async () =>
    expect((await journey.api(`/calls/${callSid}/consultation/complete`, { method: 'POST' })).status).toBe(200),
  )
  await isLeg(deskSid, { status: 'completed' })
  await shows(callSid, { held: false, consulting: null })
  await stillTalking(callSid, third)
  await act(third, 'hangup')
  await isLeg(callSid, { status: 'completed' })
})

test('a caller left with a ringing phone that nobody takes leaves a message', async () => {
  const { callSid, deskSid } = await talking()
  const colleague = await newPhone()
  await consult(alive(), { callSid, to: colleague })
  await eventually(async () => expect(await newestLeg(colleague)).toMatchObject({ status: 'ringing' }))
  await shows(callSid, { held: true })
  await act(deskSid, 'hangup')
  await shows(callSid, { held: false, consulting: null, status: 'in-progress' })
  await act((await newestLeg(colleague)).callSid, 'decline')
  await isLeg(callSid, { waitingFor: 'record' })
  expect(await heardOn(callSid)).toContain('We are sorry, we have lost the person you talked to.')
  await act(callSid, 'hangup')
})

test('who is in the call already cannot be asked for a word', async () => {
  const { callSid, caller, deskSid } = await talking()
  for (const to of [caller, desk])
    expect(await journey.api(`/calls/${callSid}/consultation`, { method: 'POST', body: { to } })).toMatchObject({
      status: 409,
      body: { error: { message: 'They are in this call already.' } },
    })
  await hangUpAll(callSid, deskSid)
})

test('when all have left a room and one comes back, the newer conference counts, whatever is heard late of the one before', async () => {
  const { callSid, deskSid } = await talking()
  await change(callSid, { hold: true })
  await shows(callSid, { held: true })
  const read = () =>
    journey.rows(
      `select room.id, room.status, room.conference_sid, party.hold, party.id as participant
         from twilio_conferences room join twilio_conference_participants party on party.conference_id = room.id
        where party.call_sid = $1`,
      [callSid],
    )
  const [before] = await read()
  const newer = `CF${'b'.repeat(32)}`
  const hear = (conferenceSid: string, event: string, sequence: number, hold: boolean | null) =>
    recordConferenceEvent(alive(), {
      eventKey: [conferenceSid, event, sequence].join(':'),
      raw: '',
      conferenceSid,
      roomId: before.id,
      event,
      sequence,
      participantId: before.participant,
      callSid: event === 'conference-end' ? null : callSid,
      muted: false,
      hold,
      coaching: false,
      at: journey.clock.now(),
    })
  await hear(newer, 'participant-join', 1, false)
  await hear(before.conference_sid, 'participant-hold', 99, true)
  await hear(before.conference_sid, 'conference-end', 100, null)
  expect(await read()).toEqual([{ ...before, status: 'in-progress', conference_sid: newer, hold: false }])
  await hangUpAll(callSid, deskSid)
})
