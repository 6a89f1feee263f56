import type { FlowDefinition, FlowState } from './definition'

/** One value that is another now; undefined: it is not there. `path` reads like `properties.say`. */
export type FlowChange = { path: string; before: unknown; after: unknown }
export type FlowDifference = {
  added: string[]
  removed: string[]
  /** Only put somewhere else on the canvas. */
  moved: string[]
  changed: { state: string; changes: FlowChange[] }[]
  /** Of the flow as a whole: where it begins, its description, its flags. */
  whole: FlowChange[]
}

/** What became of a flow between two definitions, by the names of its states. */
export function flowDifference(before: FlowDefinition, after: FlowDefinition): FlowDifference {
  const old = new Map(before.states.map((state) => [state.name, state]))
  const now = new Map(after.states.map((state) => [state.name, state]))
  const difference: FlowDifference = {
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    moved: [],
    changed: [],
    whole: changesOf(withoutStates(before), withoutStates(after), ''),
  }
  for (const [name, state] of now) {
    const was = old.get(name)
    if (!was || was === state) continue
    const changes = changesOf(comparable(was), comparable(state), '')
    const meant = changes.filter(({ path }) => !path.startsWith('properties.offset'))
    if (meant.length > 0) difference.changed.push({ state: name, changes: meant })
    else if (changes.length > 0) difference.moved.push(name)
  }
  return difference
}

function withoutStates({ states: _states, ...whole }: FlowDefinition) {
  return whole
}

/** Ways out are compared by their event, a split's matches by their order. */
function comparable({ transitions, ...state }: FlowState) {
  const counts = new Map<string, number>()
  const ways = transitions.map(({ event, next, conditions, ...rest }) => {
    const count = (counts.get(event) ?? 0) + 1
    counts.set(event, count)
    return [count === 1 ? event : `${event} ${count}`, { ...rest, next, conditions }] as const
  })
  return { ...state, ways: Object.fromEntries(ways) }
}

function changesOf(before: unknown, after: unknown, path: string): FlowChange[] {
  if (Object.is(before, after)) return []
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before, after }]
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => changesOf(before[key], after[key], path === '' ? key : `${path}.${key}`))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
