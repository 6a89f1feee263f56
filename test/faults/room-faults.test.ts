import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transferCall } from '@/lib/services/calls/transfer-call'
import { cancelConsultation } from '@/lib/services/rooms/cancel-consultation'
import { completeConsultation } from '@/lib/services/rooms/complete-consultation'
import { consult } from '@/lib/services/rooms/consult'
import { holdCall } from '@/lib/services/rooms/hold-call'
import { recordConferenceEvent } from '@/lib/services/rooms/record-conference-event'
import { lookAtRooms } from '@/lib/services/rooms/look-at-rooms'
import type { TwilioPort } from '@/lib/twilio/port'
import { onThePhones } from '../helpers/on-the-phones'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
const desk = '+12125558899'
let phones: ReturnType<typeof onThePhones>

beforeAll(async () => {
  journey = await startJourney({ role: 'all', env: { TWILIO_DEFAULT_TRANSFER_NUMBER: desk } })
  phones = onThePhones(journey, { desk, firstPhone: 7000, eachSecond: lookNow })
  await phones.addPhone(desk)
})
afterAll(() => journey.close())
beforeEach(() => journey.faults())

const lookNow = () => lookAtRooms(alive())
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

async function consulting() {
  const talk = await phones.talking()
  const colleague = await phones.newPhone()
  await consult(alive(), { callSid: talk.callSid, to: colleague })
  const third = await phones.pickUp(colleague)
  await phones.shows(talk.callSid, { held: true, consulting: colleague })
  return { ...talk, colleague, third }
}

describe('when the process dies', () => {
  test('between writing a lift down and moving the leg, the next look moves it', async () => {
    const { callSid, deskSid } = await phones.talking()
    await expect(holdCall(dying(1, 'before'), { callSid, hold: true })).rejects.toThrow(dead)
    await phones.eventually(async () =>
      expect(
        await journey.rows(
          `select 1 from twilio_conference_participants where call_sid = $1 and joined_at is not null`,
          [callSid],
        ),
      ).toHaveLength(1),
    )
    await phones.stillTalking(callSid, deskSid)
    await phones.act(deskSid, 'hangup')
    await phones.isLeg(callSid, { status: 'completed' })
    expect(await phones.heardOn(callSid)).toMatch(/Thank you\. Goodbye\.$/)
  })

  test('before the leg was moved, and they hang up before anybody looks, the caller is told goodbye and not asked for a message', async () => {
    const { callSid, deskSid } = await phones.talking()
    await expect(holdCall(dying(1, 'before'), { callSid, hold: true })).rejects.toThrow(dead)
    await phones.act(deskSid, 'hangup')
    await phones.isLeg(callSid, { status: 'completed' })
    expect(await phones.heardOn(callSid)).toMatch(/Thank you\. Goodbye\.$/)
  })

  test('in a consultation before the third was rung, the caller comes back after a minute', async () => {
    const { callSid, deskSid } = await phones.talking()
    await phones.change(callSid, { hold: true })
    await phones.shows(callSid, { held: true })
    const colleague = await phones.newPhone()
    await expect(consult(dying(1, 'before'), { callSid, to: colleague })).rejects.toThrow(dead)
    await phones.shows(callSid, { held: true, consulting: colleague })
    await journey.advance(60_000)
    await phones.shows(callSid, { held: false, consulting: null })
    expect(await phones.newestLeg(colleague)).toBeUndefined()
    await phones.stillTalking(callSid, deskSid)
    await phones.hangUpAll(callSid, deskSid)
  })

  test.each([
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const)(
    'at step %i of a consultation, %s Twilio heard of it, the third is rung once and the caller waits',
    async (step, when) => {
      const { callSid, deskSid } = await phones.talking()
      await phones.change(callSid, { muted: true })
      await phones.shows(callSid, { muted: true })
      const colleague = await phones.newPhone()
      await expect(consult(dying(step, when), { callSid, to: colleague })).rejects.toThrow(dead)
      const third = await phones.pickUp(colleague)
      await phones.shows(callSid, { held: true, consulting: colleague })
      expect(await phones.legsOf(colleague)).toHaveLength(1)
      await phones.stillTalking(callSid, deskSid, third)
      await phones.hangUpAll(callSid, deskSid, third)
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
      await phones.isLeg(deskSid, { status: 'completed' })
      await phones.shows(callSid, { held: false, consulting: null, status: 'in-progress' })
      await phones.stillTalking(callSid, third)
      expect((await journey.api(`/calls/${callSid}/consultation/complete`, { method: 'POST' })).status).toBe(409)
      await phones.hangUpAll(callSid, third)
    },
  )

  test('while the caller is taken back, the third goes and the caller comes back', async () => {
    const { callSid, deskSid, third } = await consulting()
    await expect(cancelConsultation(dying(1, 'before'), { callSid })).rejects.toThrow(dead)
    await phones.isLeg(third, { status: 'completed' })
    await phones.shows(callSid, { held: false, consulting: null, status: 'in-progress' })
    await phones.stillTalking(callSid, deskSid)
    await phones.hangUpAll(callSid, deskSid)
  })

  test('after a caller on hold was handed over to a number, they can be put on hold there', async () => {
    const { callSid, deskSid } = await phones.talking()
    await phones.change(callSid, { hold: true })
    await phones.shows(callSid, { held: true })
    const other = await phones.newPhone()
    await expect(transferCall(dying(1, 'after'), { callSid, transferTo: other })).rejects.toThrow(dead)
    const otherSid = await phones.pickUp(other)
    await phones.isLeg(deskSid, { status: 'completed' })
    await phones.shows(callSid, { held: false, roomId: null, status: 'in-progress' })
    expect((await phones.change(callSid, { hold: true })).status).toBe(200)
    await phones.shows(callSid, { held: true })
    await phones.hangUpAll(callSid, otherSid)
  })
})

test('a lift of which the other side hangs up at that moment leaves nobody waiting in a room', async () => {
  const { callSid, deskSid } = await phones.talking()
  const ctx = alive()
  const twilio: TwilioPort = {
    ...ctx.twilio,
    async updateCall(sid, wanted) {
      await phones.act(deskSid, 'hangup')
      await phones.isLeg(deskSid, { status: 'completed' })
      return ctx.twilio.updateCall(sid, wanted)
    },
  }
  await expect(holdCall({ ...ctx, twilio }, { callSid, hold: true })).rejects.toThrow('This call has just ended.')
  await phones.isLeg(callSid, { status: 'completed' })
  expect(await phones.heardOn(callSid)).toMatch(/Thank you\. Goodbye\.$/)
})

test('when every report of a conference is lost, Twilio is asked: hold, consultation and hand-over come about all the same', async () => {
  await journey.faults({ on: 'callback', kind: 'conference-status', action: 'drop' })
  const { callSid, deskSid } = await phones.talking()
  await phones.change(callSid, { hold: true })
  await phones.shows(callSid, { held: true, status: 'in-progress' })
  await phones.change(callSid, { hold: false })
  await phones.shows(callSid, { held: false })
  const colleague = await phones.newPhone()
  await consult(alive(), { callSid, to: colleague })
  const third = await phones.pickUp(colleague)
  await phones.shows(callSid, { held: true, consulting: colleague })
  await phones.eventually(async () =>
    expect((await journey.api(`/calls/${callSid}/consultation/complete`, { method: 'POST' })).status).toBe(200),
  )
  await phones.isLeg(deskSid, { status: 'completed' })
  await phones.shows(callSid, { held: false, consulting: null })
  await phones.stillTalking(callSid, third)
  await phones.act(third, 'hangup')
  await phones.isLeg(callSid, { status: 'completed' })
})

test('a caller left with a ringing phone that nobody takes leaves a message', async () => {
  const { callSid, deskSid } = await phones.talking()
  const colleague = await phones.newPhone()
  await consult(alive(), { callSid, to: colleague })
  await phones.eventually(async () => expect(await phones.newestLeg(colleague)).toMatchObject({ status: 'ringing' }))
  await phones.shows(callSid, { held: true })
  await phones.act(deskSid, 'hangup')
  await phones.shows(callSid, { held: false, consulting: null, status: 'in-progress' })
  await phones.act((await phones.newestLeg(colleague)).callSid, 'decline')
  await phones.isLeg(callSid, { waitingFor: 'record' })
  expect(await phones.heardOn(callSid)).toContain('We are sorry, we have lost the person you talked to.')
  await phones.act(callSid, 'hangup')
})

test('who is in the call already cannot be asked for a word', async () => {
  const { callSid, caller, deskSid } = await phones.talking()
  for (const to of [caller, desk])
    expect(await journey.api(`/calls/${callSid}/consultation`, { method: 'POST', body: { to } })).toMatchObject({
      status: 409,
      body: { error: { message: 'They are in this call already.' } },
    })
  await phones.hangUpAll(callSid, deskSid)
})

test('when all have left a room and one comes back, the newer conference counts, whatever is heard late of the one before', async () => {
  const { callSid, deskSid } = await phones.talking()
  await phones.change(callSid, { hold: true })
  await phones.shows(callSid, { held: true })
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
  await phones.hangUpAll(callSid, deskSid)
})
