import type { FlowState, Transition } from '../definition'
import { isWidgetType, widgets } from '../widgets'

/** One way out of a state. `index` is its transition's place; null: the event exists, and the definition says nothing of it. */
export type WayOut = { key: string; event: string; index: number | null; transition: Transition }

/** Every way out of a state: those it has, then those its widget has besides. Keys stay while others come and go, but for matches. */
export function waysOut(state: FlowState): WayOut[] {
  const seen = new Set<string>()
  const ways = state.transitions.map((transition, index) => {
    const { event } = transition
    const key = seen.has(event) || event === 'match' ? `${event}:${index}` : event
    seen.add(event)
    return { key, event, index, transition }
  })
  const declared = isWidgetType(state.type) ? widgets[state.type].events(state.properties) : []
  const missing = declared.filter((event) => event !== 'match' && !seen.has(event))
  return [...ways, ...missing.map((event) => ({ key: event, event, index: null, transition: { event } }))]
}
