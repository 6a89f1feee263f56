import type { World } from '../world.ts'
import type { Leg } from './leg.ts'
import { hear } from './progress.ts'

const toneMs = 250
const pauseMs = { w: 500, W: 1000 }

/** Milliseconds that digits take: `w` waits half a second, `W` a whole one. */
export function digitsMs(digits: string): number {
  let ms = 0
  for (const digit of digits) ms += digit === 'w' || digit === 'W' ? pauseMs[digit] : toneMs
  return ms
}

/** Presses keys into a call that has just been answered: whoever answered hears them. */
export async function sendDigits(world: World, leg: Leg, digits: string): Promise<void> {
  hear(world, leg, { verb: 'play', digits }, { ms: digitsMs(digits) })
  for (const digit of digits) leg.peer?.inputs.push({ type: 'digit', digit })
  const ended = Promise.withResolvers<void>()
  const timer = world.clock.after(digitsMs(digits), ended.resolve)
  await Promise.race([ended.promise, leg.whenEnded])
  timer.cancel()
}
