import type { World } from '../world.ts'
import type { Leg } from './leg.ts'
import { hear, speechMs } from './progress.ts'

/** Words for whoever listens to words, or just a voice for so long; `samples` is what it sounds like. */
export type Speech = {
  type: 'speech' | 'voice'
  text: string
  confidence: number
  ms?: number
  samples?: Int16Array | null
}

/** The person on the handset says something: to the verb that listens, and to whom the call is connected. */
export function speak(world: World, leg: Leg, speech: Speech): void {
  const { type, text, confidence, samples = null } = speech
  const ms = speech.ms ?? speechMs(world, text)
  const listeners = leg.audience()
  for (const tap of leg.taps) tap('inbound', { text: text === '' ? null : text, ms, confidence, samples })
  for (const listener of listeners) {
    if (text === '' && samples === null) continue
    const heard = { verb: 'speech', ...(text === '' ? {} : { text }), from: leg.call.sid }
    hear(world, listener, heard, { ms, confidence, samples })
  }
  if (type === 'speech') leg.inputs.push({ type, text, confidence, ms })
  else leg.inputs.push({ type, seconds: ms / 1000, text })
}
