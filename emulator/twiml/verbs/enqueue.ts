import { abortable } from '../../calls/abortable.ts'
import { HungUp } from '../../calls/document-place.ts'
import { fetchAndForget } from '../../calls/fetch-and-forget.ts'
import { fetchBackground, playBackground } from '../../conferences/background.ts'
import { createQueue, enqueue, findQueue, longestName, removeMember, waitSeconds } from '../../queues/queues.ts'
import type { Member, Pickup, Queue } from '../../queues/queue.ts'
import { resolveUrl } from '../../webhooks/webhook-url.ts'
import { intAttribute, methodAttribute } from '../attributes.ts'
import { hasAction, nextAfter } from '../dial-action.ts'
import { textOf } from '../parse-twiml.ts'
import type { Element } from '../parse-twiml.ts'
import { playQueueMusic, waitInQueue } from '../queue-music.ts'
import { placeOf, complain } from '../verb.ts'
import type { Outcome, Run, Verb } from '../verb.ts'

type Stay = { state: 'waiting' | 'bridging' | 'bridged'; seconds: number }

async function run(run: Run, element: Element): Promise<Outcome> {
  const { world, leg } = run
  const name = textOf(element).trim()
  const problem = problemOf(element, name)
  if (problem !== null) {
    complain(run, problem.code, problem.text)
    return nextAfter(run, element, { QueueResult: 'error' })
  }
  const queue = findQueue(world.account, name) ?? createQueue(world, name)
  const limit = Math.min(queue.maxSize, intAttribute(element, 'maxQueueSize', queue.maxSize, 1))
  if (queue.members.length >= limit) {
    complain(run, 14_207, `Enqueue: the queue ${name} is full`)
    return nextAfter(run, element, { QueueResult: 'queue-full' })
  }
  const member = enqueue(world, queue, leg)
  const stay: Stay = { state: 'waiting', seconds: 0 }
  const result = (QueueResult: string) => ({ QueueResult, QueueSid: queue.sid, QueueTime: timeOf(run, member, stay) })
  try {
    const outcome = await waitAndTalk(run, element, queue, member, stay)
    if (outcome === 'hangup') return { end: 'completed' }
    if (typeof outcome === 'string') return nextAfter(run, element, result(outcome))
    tellAction(run, element, result('redirected'))
    return outcome
  } catch (error) {
    tellAction(run, element, result(endedBy(error, stay)))
    throw error
  } finally {
    removeMember(queue, member)
    member.gone.resolve()
  }
}

function problemOf(element: Element, name: string): { code: number; text: string } | null {
  if (element.attributes['workflowSid'] !== undefined) {
    return { code: 14_226, text: 'Enqueue: the emulator has no TaskRouter' }
  }
  if (name === '') return { code: 14_204, text: 'Enqueue: the name of the queue is missing' }
  return name.length > longestName
    ? { code: 14_205, text: `Enqueue: the name of the queue is too long: ${name}` }
    : null
}

function timeOf(run: Run, member: Member, stay: Stay): string {
  return String(stay.state === 'waiting' ? waitSeconds(run.world, member) : stay.seconds)
}

function tellAction(run: Run, element: Element, result: Record<string, string>): void {
  if (hasAction(element)) fetchAndForget(run.world, run.leg, placeOf(run, element, 'action', result))
}

function endedBy(error: unknown, { state }: Stay): string {
  if (state === 'bridging') return 'bridging-in-process'
  if (error instanceof HungUp) return state === 'bridged' ? 'bridged' : 'hangup'
  return state === 'bridged' ? 'redirected-from-bridged' : 'redirected'
}

async function waitAndTalk(
  run: Run,
  element: Element,
  queue: Queue,
  member: Member,
  stay: Stay,
): Promise<'leave' | 'error' | 'hangup' | 'bridged' | Exclude<Outcome, 'next'>> {
  const waiting = new AbortController()
  const patient: Run = { ...run, signal: AbortSignal.any([run.signal, waiting.signal]) }
  const music = wait(patient, element, queue, member)
  music.catch(() => {})
  try {
    const first = await abortable(Promise.race([member.taken.promise, music]), run.signal)
    if (typeof first === 'string') return first
    if ('redirect' in first) return { go: first.redirect }
    stay.seconds = waitSeconds(run.world, member)
    stay.state = 'bridging'
    waiting.abort()
    await hearWhisper(run, queue, member, first)
    stay.state = 'bridged'
    first.ready.resolve()
    await abortable(first.over.promise, run.signal)
    return 'bridged'
  } finally {
    waiting.abort()
  }
}

function wait(run: Run, element: Element, queue: Queue, member: Member): Promise<'leave' | 'error' | 'hangup'> {
  const text = element.attributes['waitUrl']
  if (text === undefined) return playQueueMusic(run)
  if (text.trim() === '') return new Promise<never>(() => {})
  const url = resolveUrl(text, run.documentUrl)
  if (url === null) {
    complain(run, 14_202, `Enqueue: invalid waitUrl ${text}`)
    return playQueueMusic(run)
  }
  const method = methodAttribute(element, 'waitUrlMethod')
  return waitInQueue(run, { url, method, parameters: {} }, queue, member)
}

/** What the queued caller hears before being connected. */
async function hearWhisper(run: Run, queue: Queue, member: Member, { by, whisper }: Pickup): Promise<void> {
  if (whisper === null) return
  const parameters = {
    QueueSid: queue.sid,
    QueueTime: String(waitSeconds(run.world, member)),
    DequeingCallSid: by.call.sid,
  }
  const document = await fetchBackground(run, whisper, parameters)
  if (!('code' in document)) await playBackground({ ...run, documentUrl: document.url }, () => [run.leg], document)
}

/** https://www.twilio.com/docs/voice/twiml/enqueue */
export const enqueueVerb: Verb = {
  attributes: ['action', 'method', 'waitUrl', 'waitUrlMethod', 'workflowSid', 'maxQueueSize'],
  nouns: ['Task'],
  run,
}
