import type { World } from '../world.ts'
import type { Leg } from './leg.ts'
import { endLeg } from './progress.ts'

/** What a person does with the handset of this leg. */

export function pressDigits(leg: Leg, digits: string): void {
  for (const digit of digits) leg.inputs.push({ type: 'digit', digit })
}

export function hangUp(world: World, leg: Leg): void {
  endLeg(world, leg, leg.call.direction === 'inbound' ? 'canceled' : 'busy')
}
