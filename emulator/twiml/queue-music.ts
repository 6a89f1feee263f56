import { fetchBackground, shortestRoundMs } from '../conferences/background.ts'
import { defaultMusic } from '../conferences/music.ts'
import type { AskedPlace } from '../calls/document-place.ts'
import { hear } from '../calls/progress.ts'
import { averageWaitSeconds, waitSeconds } from '../queues/queues.ts'
import type { Member, Queue } from '../queues/queue.ts'
import { elementsOf } from './parse-twiml.ts'
import type { Element } from './parse-twiml.ts'
import { complain } from './verb.ts'
import type { Outcome, Run, Verb } from './verb.ts'
import { gather } from './verbs/gather.ts'
import { hangup } from './verbs/hangup.ts'
import { pause } from './verbs/pause.ts'
import { play } from './verbs/play.ts'
import { redirect } from './verbs/redirect.ts'
import { say } from './verbs/say.ts'

/** What may be done to someone who waits. */
const verbs: ReadonlyMap<string, Verb> = new Map([
  ['Say', say],
  ['Play', play],
  ['Pause', pause],
  ['Gather', gather],
  ['Redirect', redirect],
  ['Hangup', hangup],
])

type End = 'leave' | 'error' | 'hangup'

function parametersOf(run: Run, queue: Queue, member: Member): Record<string, string> {
  return {
    QueueSid: queue.sid,
    QueuePosition: String(queue.members.indexOf(member) + 1),
    QueueTime: String(waitSeconds(run.world, member)),
    AvgQueueTime: String(averageWaitSeconds(run.world, queue)),
    CurrentQueueSize: String(queue.members.length),
    MaxQueueSize: String(queue.maxSize),
  }
}

/** Twilio's own music goes on until someone comes. */
export async function playQueueMusic(run: Run): Promise<never> {
  hear(run.world, run.leg, { verb: 'play', url: defaultMusic }, { ms: 3000 })
  return new Promise<never>(() => {})
}

/** The waiting documents, asked for again whenever they end, until one of them leaves the queue or hangs up. */
export async function waitInQueue(run: Run, first: AskedPlace, queue: Queue, member: Member): Promise<End> {
  const { clock } = run.world
  let place = first
  for (;;) {
    const began = clock.now()
    const parameters = { ...place.parameters, ...parametersOf(run, queue, member) }
    const document = await fetchBackground(run, place, parameters)
    if ('code' in document) return 'error'
    const outcome = await runOnce({ ...run, documentUrl: document.url }, elementsOf(document.root))
    if (outcome === 'leave') return 'leave'
    if (outcome !== 'next' && 'end' in outcome) return 'hangup'
    place = outcome !== 'next' && 'url' in outcome.go ? outcome.go : first
    const isAnswered = Boolean(place.parameters['Digits'] || place.parameters['SpeechResult'])
    if (!isAnswered && clock.now() - began < shortestRoundMs) await clock.sleep(shortestRoundMs, run.signal)
  }
}

async function runOnce(run: Run, elements: readonly Element[]): Promise<Outcome | 'leave'> {
  for (const element of elements) {
    if (element.name === 'Leave') return 'leave'
    const verb = verbs.get(element.name)
    if (verb === undefined) {
      complain(run, 12_200, `Enqueue: ${element.name} is not a verb for waiting and was skipped`)
      continue
    }
    const outcome = await verb.run(run, element)
    if (outcome !== 'next') return outcome
  }
  return 'next'
}
