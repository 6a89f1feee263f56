import type { World } from '../world.ts'
import type { DocumentPlace } from './document-place.ts'
import type { Leg } from './leg.ts'
import { runCall } from './run-documents.ts'

/** A REST request gives a live call another document; a dialled leg thereby leaves the Dial it is in. */
export function redirectCall(world: World, leg: Leg, place: DocumentPlace): void {
  if (leg.call.status !== 'in-progress' && !leg.running) leg.first = place
  else if (leg.dialed) {
    leg.depart(place)
    void runCall(world, leg, place)
  } else if (!leg.running) leg.first = place
  else leg.replace(place)
}
