import { z } from 'zod'
import type { FlowDefinition, FlowState } from '../definition'

const Offset = z.object({ x: z.number(), y: z.number() })
export type Place = z.infer<typeof Offset>

/** Where a box stands, as Studio keeps it; null when nobody has put it anywhere. */
export function placeOf(state: FlowState): Place | null {
  return Offset.safeParse(state.properties.offset).data ?? null
}

/** Puts boxes somewhere else. */
export function moveStates(definition: FlowDefinition, places: ReadonlyMap<string, Place>): FlowDefinition {
  const states = definition.states.map((state) => {
    const place = places.get(state.name)
    if (!place) return state
    const offset = { x: Math.round(place.x), y: Math.round(place.y) }
    return { ...state, properties: { ...state.properties, offset } }
  })
  return { ...definition, states }
}
