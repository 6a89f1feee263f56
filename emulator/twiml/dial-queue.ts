import { abortable } from '../calls/abortable.ts'
import { connect } from '../calls/connect-legs.ts'
import { HungUp } from '../calls/document-place.ts'
import { fetchAndForget } from '../calls/fetch-and-forget.ts'
import { answerLeg } from '../calls/progress.ts'
import { createPickup, findQueue, longestName, takeMember } from '../queues/queues.ts'
import type { Member, Pickup } from '../queues/queue.ts'
import type { Recording } from '../recordings/recording.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import { methodAttribute } from './attributes.ts'
import { hasAction, nextAfter } from './dial-action.ts'
import { readDial } from './dial-plan.ts'
import type { DialPlan } from './dial-plan.ts'
import { describeRecording, startDialRecording, stopDialRecording } from './dial-recording.ts'
import { textOf } from './parse-twiml.ts'
import type { Element } from './parse-twiml.ts'
import { placeOf, complain } from './verb.ts'
import type { Outcome, Run } from './verb.ts'

type Progress = { pickup: Pickup | null; member: Member | null; bridgedAt: number | null; recording: Recording | null }

/** Takes the longest waiting caller of a queue, or waits for one: https://www.twilio.com/docs/voice/twiml/queue */
export async function dialQueue(run: Run, element: Element, noun: Element): Promise<Outcome> {
  const { world, leg } = run
  const plan = readDial(element, run.documentUrl)
  const name = textOf(noun).trim()
  answerLeg(world, leg)
  const problem = name === '' ? 14_212 : name.length > longestName ? 14_213 : null
  if (problem !== null) complain(run, problem, `Dial: invalid name of a queue: ${name}`)
  const queue = findQueue(world.account, name)
  if (queue === undefined) return nextAfter(run, element, { DialCallStatus: 'failed' })
  const progress: Progress = { pickup: null, member: null, bridgedAt: null, recording: null }
  try {
    progress.member = await takeMember(world, queue, plan.timeoutSeconds * 1000, run.signal)
    if (progress.member !== null) await talk(run, element, plan, readWhisper(run, noun), progress.member, progress)
    return nextAfter(run, element, describe(run, progress))
  } catch (error) {
    if (error instanceof HungUp && hasAction(element)) {
      const DialCallStatus = progress.bridgedAt === null ? 'canceled' : 'completed'
      fetchAndForget(world, leg, placeOf(run, element, 'action', { ...describe(run, progress), DialCallStatus }))
    }
    throw error
  } finally {
    stopDialRecording(run, progress.recording)
    progress.pickup?.over.resolve()
  }
}

function readWhisper(run: Run, noun: Element): Pickup['whisper'] {
  const text = noun.attributes['url']
  const url = text === undefined || text === '' ? null : resolveUrl(text, run.documentUrl)
  return url === null ? null : { url, method: methodAttribute(noun) }
}

async function talk(
  run: Run,
  element: Element,
  plan: DialPlan,
  whisper: Pickup['whisper'],
  member: Member,
  progress: Progress,
): Promise<void> {
  const pickup = createPickup(run.leg, whisper)
  progress.pickup = pickup
  member.taken.resolve(pickup)
  const first = Promise.race([pickup.ready.promise.then(() => true), member.gone.promise.then(() => false)])
  if (!(await abortable(first, run.signal))) return
  progress.bridgedAt = run.world.clock.now()
  if (plan.record !== 'do-not-record') progress.recording = startDialRecording(run, element, plan)
  await connect(run, member.leg, plan, member.gone.promise)
}

function describe(run: Run, progress: Progress): Record<string, string> {
  const { member, bridgedAt, recording } = progress
  const seconds = bridgedAt === null ? 0 : Math.round((run.world.clock.now() - bridgedAt) / 1000)
  return {
    DialCallStatus: bridgedAt === null ? 'no-answer' : 'completed',
    ...(member === null ? {} : { DialCallSid: member.leg.call.sid }),
    ...(bridgedAt === null ? {} : { DialCallDuration: String(seconds) }),
    DialBridged: String(bridgedAt !== null),
    ...describeRecording(run, recording),
  }
}
