import type { FlowDefinition, FlowState } from '../definition'

/** The definition with one state changed; the others stay the same objects. Of two of one name the first. */
export function changeState(
  definition: FlowDefinition,
  name: string,
  change: (state: FlowState) => FlowState,
): FlowDefinition {
  const index = definition.states.findIndex((state) => state.name === name)
  const state = definition.states[index]
  return state ? { ...definition, states: definition.states.with(index, change(state)) } : definition
}
