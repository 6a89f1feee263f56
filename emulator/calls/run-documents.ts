import { notify } from '../account/notify.ts'
import { checkValues } from '../twiml/check-values.ts'
import { nounAttributes } from '../twiml/noun-attributes.ts'
import { elementsOf } from '../twiml/parse-twiml.ts'
import type { Element } from '../twiml/parse-twiml.ts'
import { complain } from '../twiml/verb.ts'
import type { Outcome, Run } from '../twiml/verb.ts'
import { voiceVerbs } from '../twiml/voice-verbs.ts'
import type { World } from '../world.ts'
import { abortable } from './abortable.ts'
import { HungUp, Replaced } from './document-place.ts'
import type { DocumentPlace } from './document-place.ts'
import { fetchVoiceDocument } from './fetch-voice-document.ts'
import type { Leg } from './leg.ts'
import { answerLeg, endLeg, hear } from './progress.ts'

const applicationError = "We're sorry, an application error has occurred. Goodbye."

/**
 * Runs a leg's documents one after the other until the last one ends. A whisper that a REST request replaces throws
 * Replaced: the leg then goes its own way.
 */
export async function runDocuments(
  world: World,
  leg: Leg,
  first: DocumentPlace,
  isWhisper: boolean,
): Promise<'ended' | 'hung-up'> {
  let place: DocumentPlace | null = first
  leg.running = true
  try {
    while (place !== null) place = await runOne(world, leg, place, isWhisper)
    return 'ended'
  } catch (error) {
    if (error instanceof HungUp) return 'hung-up'
    throw error
  } finally {
    leg.running = false
  }
}

async function runOne(world: World, leg: Leg, place: DocumentPlace, isWhisper: boolean): Promise<DocumentPlace | null> {
  const signal = leg.begin()
  try {
    const document = await abortable(fetchVoiceDocument(world, leg, place), signal)
    if (document === null) {
      await apologize(world, leg, signal)
      return null
    }
    const run: Run = { world, leg, signal, documentUrl: document.url, isWhisper, runDocuments }
    return await runVerbs(run, elementsOf(document.root))
  } catch (error) {
    if (error instanceof Replaced && !isWhisper) return error.place
    throw error
  }
}

async function runVerbs(run: Run, elements: readonly Element[]): Promise<DocumentPlace | null> {
  let isFirst = true
  for (const element of elements) {
    const verb = voiceVerbs.get(element.name)
    if (verb === undefined) {
      complain(run, 12_200, `${element.name} is not a verb that can be run here and was skipped`)
      continue
    }
    checkAgainst(run, element, verb)
    run.signal.throwIfAborted()
    const waits = isFirst && verb.answers?.(element) === 'no'
    if (!waits) answerLeg(run.world, run.leg)
    isFirst = false
    const outcome: Outcome = await verb.run(run, element)
    if (outcome === 'next') continue
    if ('go' in outcome) return outcome.go
    endLeg(run.world, run.leg, outcome.end)
    return null
  }
  if (!run.isWhisper) answerLeg(run.world, run.leg)
  return null
}

function checkAgainst(
  run: Run,
  element: Element,
  verb: { attributes: readonly string[]; nouns: readonly string[] },
): void {
  checkNames(run, element, verb.attributes)
  checkValues(run, element, null)
  for (const child of elementsOf(element)) {
    if (verb.nouns.includes(child.name)) {
      checkNames(run, child, nounAttributes[child.name] ?? Object.keys(child.attributes))
      checkValues(run, child, element.name)
    } else complain(run, 12_200, `${element.name}: ${child.name} is not allowed inside`)
  }
}

function checkNames(run: Run, element: Element, known: readonly string[]): void {
  for (const name of Object.keys(element.attributes)) {
    if (!known.includes(name)) complain(run, 12_200, `${element.name}: unknown attribute ${name}`)
  }
}

async function apologize(world: World, leg: Leg, signal: AbortSignal): Promise<void> {
  answerLeg(world, leg)
  hear(world, leg, { verb: 'say', text: applicationError })
  await world.clock.sleep(applicationError.length * world.timing.sayPerCharacter, signal)
  endLeg(world, leg, 'completed')
}

/** A leg under its own documents: when they end, it is hung up. Never rejects; a virtual clock does not wait for it. */
export async function runCall(world: World, leg: Leg, first: DocumentPlace): Promise<void> {
  try {
    await runDocuments(world, leg, first, false)
  } catch (error) {
    const text = error instanceof Error ? error.message : 'Internal failure'
    notify(world, 'error', 12_400, text, { callSid: leg.call.sid })
  }
  endLeg(world, leg, 'completed')
}
