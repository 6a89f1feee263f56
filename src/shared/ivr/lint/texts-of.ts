import type { FlowState } from '../definition'

/** Every text of a state that may hold variables: its properties, however deep, and its conditions. */
export function textsOf(state: FlowState): string[] {
  const conditions = state.transitions.flatMap((transition) => transition.conditions ?? [])
  return [...inside(state.properties), ...conditions.flatMap((condition) => [...condition.arguments, condition.value])]
}

function inside(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((inner) => inside(inner)) : []
}
