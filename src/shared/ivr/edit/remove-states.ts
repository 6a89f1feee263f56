import type { FlowDefinition } from '../definition'
import { cutFrom } from './connect-state'

/** Takes states away; what led to them leads nowhere. The state a flow begins with stays: a flow needs one. */
export function removeStates(definition: FlowDefinition, names: readonly string[]): FlowDefinition {
  const gone = new Set(names.filter((name) => name !== definition.initial_state))
  const rest = definition.states.filter(({ name }) => !gone.has(name))
  if (rest.length === definition.states.length || rest.length === 0) return definition
  return { ...definition, states: rest.map((state) => cutFrom(state, gone)) }
}
