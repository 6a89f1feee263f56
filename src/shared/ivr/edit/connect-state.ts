import type { FlowDefinition, FlowState, Transition } from '../definition'
import { changeState } from './change-state'
import { waysOut } from './ways-out'

/** Lets a way out lead to a state, or with null nowhere: the flow ends there. */
export function connectState(
  definition: FlowDefinition,
  { from, way, to }: { from: string; way: string; to: string | null },
): FlowDefinition {
  return changeState(definition, from, (state) => {
    const found = waysOut(state).find(({ key }) => key === way)
    if (!found) return state
    if (found.index === null) {
      return to === null ? state : { ...state, transitions: [...state.transitions, { event: found.event, next: to }] }
    }
    return { ...state, transitions: state.transitions.with(found.index, leading(found.transition, to)) }
  })
}

function leading(transition: Transition, to: string | null): Transition {
  if (to !== null) return { ...transition, next: to }
  const { next: _next, ...rest } = transition
  return rest
}

/** The transition without a `next` that led to one of `names`; the same object if it did not. */
export function cutFrom(state: FlowState, names: ReadonlySet<string>): FlowState {
  if (!state.transitions.some(({ next }) => next !== undefined && names.has(next))) return state
  const transitions = state.transitions.map((transition) =>
    transition.next !== undefined && names.has(transition.next) ? leading(transition, null) : transition,
  )
  return { ...state, transitions }
}
