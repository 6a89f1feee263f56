import { notify } from '../account/notify.ts'
import { parseTwiml, TwimlError } from '../twiml/parse-twiml.ts'
import type { Element } from '../twiml/parse-twiml.ts'
import { readDocument } from '../twiml/read-document.ts'
import { deliver } from '../webhooks/deliver.ts'
import type { World } from '../world.ts'
import type { AskedPlace, DocumentPlace } from './document-place.ts'
import type { Leg } from './leg.ts'
import { voiceParameters } from './voice-parameters.ts'

/** `url` is null for TwiML that came in a REST request: nothing is relative to it. */
export type VoiceDocument = { root: Element; url: string | null }

export type DocumentFailure = { code: number; text: string; url: string }

/** The document, or the fallback's, or null where only the application error sentence is left. */
export async function fetchVoiceDocument(world: World, leg: Leg, place: DocumentPlace): Promise<VoiceDocument | null> {
  if ('root' in place) return { root: place.root, url: null }
  const first = 'twiml' in place ? parseGiven(place.twiml) : await fetchDocument(world, leg, place)
  if (!('code' in first)) return first
  reportFailure(world, leg, first)
  if (leg.fallback === null || leg.fallback.url === '' || 'twiml' in place) return null
  const parameters = { ErrorCode: String(first.code), ErrorUrl: first.url }
  const second = await fetchDocument(world, leg, { ...leg.fallback, parameters })
  if (!('code' in second)) return second
  reportFailure(world, leg, second)
  return null
}

export function reportFailure(world: World, leg: Leg, failure: DocumentFailure): void {
  notify(world, 'error', failure.code, failure.text, { callSid: leg.call.sid, url: failure.url })
}

function parseGiven(twiml: string): VoiceDocument | DocumentFailure {
  try {
    return { root: parseTwiml(twiml), url: null }
  } catch (error) {
    if (error instanceof TwimlError) return { code: error.code, text: error.message, url: '' }
    throw error
  }
}

/** One document by its URL, without a fallback. */
export async function fetchDocument(
  world: World,
  leg: Leg,
  place: AskedPlace,
): Promise<VoiceDocument | DocumentFailure> {
  const { url, method } = place
  const parameters = { ...voiceParameters(world, leg.call), ...place.parameters }
  const delivery = await deliver(world, { kind: 'voice', url, method, parameters, jar: leg.jar })
  if (!delivery.ok) return { code: delivery.code, text: delivery.text, url: url.replace(/#.*$/, '') }
  try {
    return { root: readDocument(delivery, 'voice', delivery.url), url: delivery.url }
  } catch (error) {
    if (error instanceof TwimlError) return { code: error.code, text: error.message, url: delivery.url }
    throw error
  }
}
