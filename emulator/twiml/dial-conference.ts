import { abortable } from '../calls/abortable.ts'
import { waitForStar } from '../calls/connect-legs.ts'
import { HungUp } from '../calls/document-place.ts'
import { fetchAndForget } from '../calls/fetch-and-forget.ts'
import type { VoiceDocument } from '../calls/fetch-voice-document.ts'
import { answerLeg } from '../calls/progress.ts'
import { fetchBackground } from '../conferences/background.ts'
import { joinedOf } from '../conferences/conference.ts'
import type { Conference, Participant } from '../conferences/conference.ts'
import { playWaiting } from '../conferences/music.ts'
import { addParticipant, findRoom, isLabel, isLabelTaken, openRoom } from '../conferences/open-conference.ts'
import { join, leave, recordIfWanted } from '../conferences/take-part.ts'
import { boolAttribute, intAttribute } from './attributes.ts'
import { readConference } from './conference-plan.ts'
import { hasAction, nextAfter } from './dial-action.ts'
import type { Element } from './parse-twiml.ts'
import { placeOf, complain } from './verb.ts'
import type { Outcome, Run } from './verb.ts'

type Plan = ReturnType<typeof readConference>
type Refusal = { code: number; text: string }

/** The caller is in a room until removed, redirected or hung up: https://www.twilio.com/docs/voice/twiml/conference */
export async function dialConference(run: Run, element: Element, noun: Element): Promise<Outcome> {
  const { world, leg } = run
  const plan = readConference(run, noun)
  const notIn = nextAfterRefusal(run, element)
  answerLeg(world, leg)
  const refusal = refuse(run, plan)
  if (refusal !== null) return notIn(refusal)
  const waiting = await fetchWaiting(run, plan)
  if (waiting === 'failed') return notIn({ code: 13_233, text: 'The waitUrl of the Conference could not be had' })
  const late = refuse(run, plan)
  if (late !== null) return notIn(late)
  const room = openRoom(world, plan)
  const participant = room.participants.get(leg.call.sid) ?? addParticipant(world, room, leg, plan)
  try {
    join(world, room, participant)
    recordIfWanted(world, room)
    if (room.status === 'init') playWaiting(world, participant, waiting)
    await stay(run, element, participant)
    leave(world, room, participant, 'participant_hung_up')
    return nextAfter(run, element, { DialCallStatus: 'answered' })
  } catch (error) {
    const hungUp = error instanceof HungUp
    leave(world, room, participant, hungUp ? 'participant_hung_up' : 'participant_updated_via_api')
    if (hungUp && hasAction(element))
      fetchAndForget(world, leg, placeOf(run, element, 'action', { DialCallStatus: 'completed' }))
    throw error
  }
}

function nextAfterRefusal(run: Run, element: Element): (refusal: Refusal) => Outcome {
  return ({ code, text }) => {
    const room = [...run.world.account.conferences.values()].find((each) => each.participants.has(run.leg.call.sid))
    const added = room?.participants.get(run.leg.call.sid)
    if (room !== undefined && added !== undefined) leave(run.world, room, added, 'participant_add_failed')
    complain(run, code, text)
    return nextAfter(run, element, { DialCallStatus: 'failed' })
  }
}

/** Why this call may not enter the room as it is now; null if it may. */
function refuse(run: Run, plan: Plan): Refusal | null {
  const room = findRoom(run.world.account, plan.name)
  if (plan.name === '' || plan.name.length > 128) return { code: 13_237, text: 'Invalid name of a conference' }
  const isExpected = room?.participants.has(run.leg.call.sid) ?? false
  if (plan.label !== null && !isLabel(plan.label)) return { code: 16_023, text: `Invalid label: ${plan.label}` }
  if (plan.label !== null && !isExpected && isLabelTaken(room, plan.label)) {
    return { code: 16_025, text: `The label is in use: ${plan.label}` }
  }
  const coached = plan.callSidToCoach
  const isThere = room !== undefined && joinedOf(room).some((each) => each.leg.call.sid === coached)
  if (coached !== null && (!isThere || room.status !== 'in-progress')) {
    return { code: 13_240, text: `Nobody to coach in the conference: ${coached}` }
  }
  const others = (room?.participants.size ?? 0) - (isExpected ? 1 : 0)
  return others >= plan.maxParticipants ? { code: 16_020, text: `The conference ${plan.name} is full` } : null
}

/** The document to wait with, asked for before the room is entered; null where there is none or no need to wait. */
async function fetchWaiting(run: Run, plan: Plan): Promise<VoiceDocument | 'failed' | null> {
  if (typeof plan.wait === 'string' || !mustWait(findRoom(run.world.account, plan.name), plan)) return null
  const document = await fetchBackground(run, plan.wait, {})
  return 'code' in document ? 'failed' : document
}

function mustWait(room: Conference | undefined, plan: Plan): boolean {
  const joined = room === undefined ? [] : joinedOf(room)
  if (room?.status === 'in-progress') return false
  return joined.length === 0 || !(plan.startOnEnter || joined.some((each) => each.startOnEnter))
}

async function stay(run: Run, element: Element, participant: Participant): Promise<void> {
  const over = new AbortController()
  const both = AbortSignal.any([run.signal, over.signal])
  const { clock } = run.world
  const limit = clock.sleep(intAttribute(element, 'timeLimit', 14_400, 1) * 1000, both).catch(() => {})
  const mayLeave = boolAttribute(element, 'hangupOnStar', false)
  const star = mayLeave ? waitForStar(run, both).catch(() => {}) : new Promise<void>(() => {})
  try {
    await abortable(Promise.race([participant.removed.promise, limit, star]), run.signal)
  } finally {
    over.abort()
    run.leg.inputs.close()
  }
}
