import type { World } from '../world.ts'
import type { Leg } from './leg.ts'
import { hear, speechMs } from './progress.ts'

export type Speech = { text: string; confidence: number; ms?: number }

/** The person on the handset says something: to the verb that listens, and to whom the call is connected. */
export function speak(world: World, leg: Leg, speech: Speech): void {
  const { text, confidence } = speech
  const ms = speech.ms ?? speechMs(world, text)
  const listeners = leg.audience()
  for (const tap of leg.taps) tap('inbound', { text: text === '' ? null : text, ms })
  for (const listener of listeners) {
    if (text !== '') hear(world, listener, { verb: 'speech', text, from: leg.call.sid }, ms)
  }
  if (speech.ms === undefined) leg.inputs.push({ type: 'speech', text, confidence, ms })
  else leg.inputs.push({ type: 'voice', seconds: speech.ms / 1000, text })
}
