import type { FlowDefinition, FlowState } from '../definition'
import { placeOf, type Place } from './place-of'

/** A name that no state has: `menu`, `menu_2`, … */
export function freeName(taken: ReadonlySet<string>, wish: string): string {
  if (!taken.has(wish)) return wish
  const stem = wish.replace(/_\d+$/, '')
  for (let count = 2; ; count += 1) if (!taken.has(`${stem}_${count}`)) return `${stem}_${count}`
}

/** Adds copies of states under free names, moved by `by`. What led from one to another leads from copy to copy, the rest nowhere. */
export function addStates(
  definition: FlowDefinition,
  copied: readonly FlowState[],
  by: Place,
): { definition: FlowDefinition; names: string[] } {
  const taken = new Set(definition.states.map(({ name }) => name))
  const names = new Map<string, string>()
  for (const { name } of copied) {
    const free = freeName(taken, name)
    taken.add(free)
    names.set(name, free)
  }
  const added = copied.map((state) => {
    const place = placeOf(state) ?? { x: 0, y: 0 }
    const transitions = state.transitions.map(({ next, ...transition }) => {
      const target = next === undefined ? undefined : names.get(next)
      return target === undefined ? transition : { ...transition, next: target }
    })
    const properties = { ...state.properties, offset: { x: place.x + by.x, y: place.y + by.y } }
    return { ...state, name: names.get(state.name) ?? state.name, transitions, properties }
  })
  return { definition: { ...definition, states: [...definition.states, ...added] }, names: [...names.values()] }
}
