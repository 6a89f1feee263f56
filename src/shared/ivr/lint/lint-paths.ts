import { findState, type FlowDefinition, type FlowState } from '../definition'
import { isWidgetType, widgets } from '../widgets'
import { error, warning, type FlowIssue } from './flow-issue'

/** What no caller reaches, and what goes round without ever waiting for anything. */
export function lintPaths(definition: FlowDefinition): FlowIssue[] {
  const reached = reachableFrom(definition, definition.initial_state)
  const unreachable = definition.states
    .filter((state) => !reached.has(state.name))
    .map((state) => warning('unreachable', state.name, 'No path leads to this step.'))
  return [...unreachable, ...endless(definition)]
}

function reachableFrom(definition: FlowDefinition, name: string): Set<string> {
  const reached = new Set<string>()
  const waiting = [name]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const state = reached.has(next) ? undefined : findState(definition, next)
    if (!state) continue
    reached.add(state.name)
    waiting.push(...nextOf(state))
  }
  return reached
}

/** Cycles of states of which none waits: whoever gets in never gets out. */
function endless(definition: FlowDefinition): FlowIssue[] {
  const hasty = new Map(definition.states.filter((state) => !waits(state)).map((state) => [state.name, state]))
  const done = new Set<string>()
  const onPath = new Set<string>()
  const found = new Set<string>()
  const visit = (state: FlowState) => {
    if (onPath.has(state.name)) found.add(state.name)
    if (onPath.has(state.name) || done.has(state.name)) return
    onPath.add(state.name)
    for (const name of nextOf(state)) {
      const next = hasty.get(name)
      if (next) visit(next)
    }
    onPath.delete(state.name)
    done.add(state.name)
  }
  for (const state of hasty.values()) visit(state)
  return [...found].map((name) =>
    error('endless', name, 'From here the flow goes round without ever waiting for the other party.'),
  )
}

/** Leads out of what the other party, or somebody else, does in their own time. */
const awaited = ['keypress', 'callCompleted', 'recordingComplete', 'callComplete', 'return']

function waits(state: FlowState) {
  if (!isWidgetType(state.type)) return true
  const { acts, events } = widgets[state.type]
  return acts === true || events(state.properties).some((event) => awaited.includes(event))
}

function nextOf(state: FlowState) {
  return state.transitions.flatMap(({ next }) => next ?? [])
}
