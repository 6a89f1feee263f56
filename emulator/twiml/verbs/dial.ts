import { abortable } from '../../calls/abortable.ts'
import { detectAside } from '../../calls/detect-machine.ts'
import { sendDigits } from '../../calls/send-digits.ts'
import { durationSeconds } from '../../calls/call.ts'
import type { Child } from '../../calls/dial-legs.ts'
import { endChildren, firstToAnswer, startChild, unansweredStatus } from '../../calls/dial-legs.ts'
import { HungUp, Replaced } from '../../calls/document-place.ts'
import { connect } from '../../calls/connect-legs.ts'
import { fetchAndForget } from '../../calls/fetch-and-forget.ts'
import { answerLeg, endLeg } from '../../calls/progress.ts'
import type { Recording } from '../../recordings/recording.ts'
import { boolAttribute } from '../attributes.ts'
import { hasAction, nextAfter } from '../dial-action.ts'
import { dialConference } from '../dial-conference.ts'
import { describeRecording, startDialRecording, stopDialRecording } from '../dial-recording.ts'
import { dialQueue } from '../dial-queue.ts'
import { readDial } from '../dial-plan.ts'
import type { DialPlan } from '../dial-plan.ts'
import { elementsOf } from '../parse-twiml.ts'
import type { Element } from '../parse-twiml.ts'
import { placeOf, complain } from '../verb.ts'
import type { Outcome, Run, Verb } from '../verb.ts'

/** How far a Dial has come; kept outside so that a hang-up in between can still tell it. */
type Progress = { children: (Child | null)[]; winner: Child | null; bridged: boolean; recording: Recording | null }

/** Nouns that stand by themselves: a room and a queue are not rung. */
const alones: ReadonlySet<string> = new Set(['Conference', 'Queue'])

async function run(run: Run, element: Element): Promise<Outcome> {
  if (run.isWhisper) {
    complain(run, 13_201, 'Dial: not allowed on a leg that was dialled')
    return 'next'
  }
  const alone = elementsOf(element).find((noun) => alones.has(noun.name))
  if (alone !== undefined) {
    if (elementsOf(element).length > 1) complain(run, 13_000, `Dial: ${alone.name} cannot be mixed with other nouns`)
    return alone.name === 'Conference' ? dialConference(run, element, alone) : dialQueue(run, element, alone)
  }
  const plan = readDial(element, run.documentUrl)
  const progress: Progress = { children: [], winner: null, bridged: false, recording: null }
  try {
    await dial(run, element, plan, progress)
    return nextAfter(run, element, describe(run, progress))
  } catch (error) {
    const reached = progress.winner !== null
    endChildren(run, started(progress))
    const result = { ...describe(run, progress), DialCallStatus: reached ? 'completed' : 'canceled' }
    if (error instanceof HungUp && hasAction(element))
      fetchAndForget(run.world, run.leg, placeOf(run, element, 'action', result))
    throw error
  } finally {
    stopDialRecording(run, progress.recording)
  }
}

async function dial(run: Run, element: Element, plan: DialPlan, progress: Progress): Promise<void> {
  const rounds = plan.sequential ? plan.targets.map((target) => [target]) : [plan.targets]
  if (plan.record === 'from-ringing') progress.recording = startDialRecording(run, element, plan)
  for (const targets of rounds) {
    const children = targets.map((target) => startChild(run, plan, target))
    progress.children.push(...children)
    const ringing = children.filter((child) => child !== null)
    progress.winner = await firstToAnswer(ringing, run.signal)
    if (progress.winner === null) continue
    endChildren(run, ringing, progress.winner)
    await greet(run, progress.winner)
    const isConnected = await whisper(run, progress.winner)
    if (!isConnected) return
    answerLeg(run.world, run.leg)
    if (plan.record === 'from-answer') progress.recording = startDialRecording(run, element, plan)
    progress.bridged = true
    await connect(run, progress.winner.leg, plan)
    if (progress.winner.leg.dialed) endLeg(run.world, progress.winner.leg, 'completed')
    return
  }
}

/** Presses the keys that the callee's line asks for, and listens to who has answered. */
async function greet(run: Run, { leg, target }: Child): Promise<void> {
  const { sendDigits: digits, detection } = target
  if (digits !== '') await abortable(sendDigits(run.world, leg, digits), run.signal)
  else if (detection !== null) detectAside(run.world, leg, detection)
}

/** Runs the noun's own document on the callee; false if the callee is gone after it. */
async function whisper(run: Run, child: Child): Promise<boolean> {
  const { target, leg } = child
  if (target.whisper !== null) {
    const place = { ...target.whisper, parameters: {} }
    const gone = Promise.withResolvers<never>()
    const onAbort = () => gone.reject(run.signal.reason)
    run.signal.addEventListener('abort', onAbort, { once: true })
    try {
      await Promise.race([run.runDocuments(run.world, leg, place, true), gone.promise])
    } catch (error) {
      if (!(error instanceof Replaced) || run.signal.aborted) throw error
    } finally {
      run.signal.removeEventListener('abort', onAbort)
    }
  }
  return !leg.isOver && leg.dialed
}

function started(progress: Progress): Child[] {
  return progress.children.filter((child) => child !== null)
}

function describe(run: Run, progress: Progress): Record<string, string> {
  const { winner, children, bridged, recording } = progress
  const leg = (winner ?? started(progress).at(-1))?.leg
  const departed = leg !== undefined && !leg.dialed
  return {
    DialCallStatus: winner === null ? unansweredStatus(children) : 'completed',
    ...(leg === undefined ? {} : { DialCallSid: leg.call.sid }),
    ...(winner === null || departed
      ? {}
      : { DialCallDuration: String(durationSeconds(winner.leg.call, run.world.clock.now())) }),
    DialBridged: String(bridged),
    ...describeRecording(run, recording),
  }
}

/** https://www.twilio.com/docs/voice/twiml/dial */
export const dialVerb: Verb = {
  attributes: [
    'action',
    'method',
    'timeout',
    'timeLimit',
    'hangupOnStar',
    'answerOnBridge',
    'callerId',
    'record',
    'trim',
    'recordingStatusCallback',
    'recordingStatusCallbackMethod',
    'recordingStatusCallbackEvent',
    'recordingTrack',
    'ringTone',
    'sequential',
    'referUrl',
    'referMethod',
    'events',
  ],
  nouns: ['Number', 'Client', 'Sip', 'Conference', 'Queue', 'Application', 'WhatsApp', 'Sim'],
  answers: (element) => (boolAttribute(element, 'answerOnBridge', false) ? 'no' : 'yes'),
  run,
}
