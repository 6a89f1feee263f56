import { fetchDocument, reportFailure } from '../calls/fetch-voice-document.ts'
import type { DocumentFailure, VoiceDocument } from '../calls/fetch-voice-document.ts'
import type { Leg } from '../calls/leg.ts'
import { hear } from '../calls/progress.ts'
import { methodAttribute } from '../twiml/attributes.ts'
import { elementsOf, textOf } from '../twiml/parse-twiml.ts'
import type { Element } from '../twiml/parse-twiml.ts'
import { promptOf } from '../twiml/prompts.ts'
import { complain } from '../twiml/verb.ts'
import type { Scene } from '../twiml/verb.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import { abortable } from '../calls/abortable.ts'
import type { DocumentUrl } from './conference.ts'

/** An empty Redirect after nothing audible would ask again at once, without end. */
export const shortestRoundMs = 1000

/** A document for waiting, holding or announcing, or the failure, already noted in the debugger. */
export async function fetchBackground(
  run: Omit<Scene, 'documentUrl'>,
  place: DocumentUrl,
  parameters: Record<string, string>,
): Promise<VoiceDocument | DocumentFailure> {
  const { world, leg, signal } = run
  const fetched = await abortable(fetchDocument(world, leg, { ...place, parameters }), signal)
  if ('code' in fetched) reportFailure(world, leg, fetched)
  return fetched
}

/**
 * Plays a document of Play, Say, Pause and Redirect to these legs until it ends; anything else in it is 13238. False if a
 * document it led to could not be had. Rejects with the signal's reason.
 */
export async function playBackground(run: Scene, legs: () => readonly Leg[], first: VoiceDocument): Promise<boolean> {
  const { clock } = run.world
  let document = first
  for (;;) {
    const began = clock.now()
    const redirect = await playOnce({ ...run, documentUrl: document.url }, legs, document)
    if (redirect === null) return true
    if (clock.now() - began < shortestRoundMs) await clock.sleep(shortestRoundMs, run.signal)
    const next = await fetchBackground(run, redirect, {})
    if ('code' in next) return false
    document = next
  }
}

async function playOnce(run: Scene, legs: () => readonly Leg[], document: VoiceDocument): Promise<DocumentUrl | null> {
  for (const element of elementsOf(document.root)) {
    if (element.name === 'Redirect') return redirectOf(run, element)
    if (!['Play', 'Say', 'Pause'].includes(element.name)) {
      complain(run, 13_238, `${element.name} is not a verb for waiting, holding or announcing`)
      continue
    }
    const prompt = await promptOf(run, element)
    run.signal.throwIfAborted()
    if (prompt === null) continue
    for (const leg of legs()) if (prompt.heard !== null) hear(run.world, leg, prompt.heard, prompt)
    await run.world.clock.sleep(prompt.ms, run.signal)
  }
  return null
}

function redirectOf(run: Scene, element: Element): DocumentUrl | null {
  const url = resolveUrl(textOf(element), run.documentUrl)
  return url === null ? null : { url, method: methodAttribute(element) }
}
