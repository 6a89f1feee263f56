import { levelOf } from '../account/level-of.ts'
import { notify } from '../account/notify.ts'
import type { FinalStatus } from '../calls/call.ts'
import type { DocumentPlace } from '../calls/document-place.ts'
import type { Leg } from '../calls/leg.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import type { World } from '../world.ts'
import { methodAttribute } from './attributes.ts'
import type { Element } from './parse-twiml.ts'

/** What a document is played to. */
export type Scene = {
  world: World
  leg: Leg
  signal: AbortSignal
  /** What relative URLs start from; null for TwiML given in a REST request. */
  documentUrl: string | null
}

/** A document being run on a leg. */
export type Run = Scene & {
  /** Runs on a dialled leg before it is connected; Dial is not allowed there. */
  isWhisper: boolean
  /** Runs documents on another leg; passed in because they in turn run verbs. */
  runDocuments: (world: World, leg: Leg, first: DocumentPlace, isWhisper: boolean) => Promise<'ended' | 'hung-up'>
}

export type Outcome = 'next' | { go: DocumentPlace } | { end: FinalStatus }

/** One TwiML verb: what it understands, whether it answers a ringing call, and what it does. */
export type Verb = {
  attributes: readonly string[]
  nouns: readonly string[]
  /** As the first verb of a ringing call; `no` leaves the answering to the verb itself or to the next one. */
  answers?: (element: Element) => 'yes' | 'no'
  run: (run: Run, element: Element) => Promise<Outcome>
}

/** Tells the debugger what is wrong with a document; the call goes on. */
export function complain(run: Scene, code: number, text: string): void {
  notify(run.world, levelOf(code), code, text, { callSid: run.leg.call.sid, url: run.documentUrl })
}

/** The place an action (or any other) attribute names, or null with 15004 or 11100 noted. */
export function placeOf(
  run: Run,
  element: Element,
  attribute: string,
  parameters: Record<string, string>,
): DocumentPlace | null {
  const text = element.attributes[attribute] ?? ''
  const url = resolveUrl(text, run.documentUrl)
  if (url !== null) return { url, method: methodAttribute(element), parameters }
  const code = run.documentUrl === null ? 15_004 : 11_100
  notify(run.world, 'error', code, `The ${attribute} of ${element.name} is not a URL that can be asked: ${text}`, {
    callSid: run.leg.call.sid,
    url: run.documentUrl,
  })
  return null
}
