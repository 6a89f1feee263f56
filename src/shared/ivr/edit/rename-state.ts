import type { FlowDefinition, FlowState } from '../definition'

/** Renames a state, with every transition that leads to it and every variable that asks for it. */
export function renameState(definition: FlowDefinition, from: string, to: string): FlowDefinition {
  if (from === to || definition.states.some(({ name }) => name === to)) return definition
  const literal = from.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const variable = new RegExp(String.raw`\bwidgets\.${literal}(?![\w-])`, 'g')
  const inText = (text: string) =>
    text.includes('{{') || text.includes('{%') ? text.replaceAll(variable, () => `widgets.${to}`) : text
  const states = definition.states.map((state): FlowState => {
    const transitions = state.transitions.map((transition) => {
      const renamed = deepReplace(transition, inText)
      return renamed.next === from ? { ...renamed, next: to } : renamed
    })
    const name = state.name === from ? to : state.name
    return { ...state, name, transitions, properties: deepReplace(state.properties, inText) }
  })
  return {
    ...definition,
    states,
    initial_state: definition.initial_state === from ? to : definition.initial_state,
  }
}

function deepReplace<Value>(value: Value, inText: (text: string) => string): Value
function deepReplace(value: unknown, inText: (text: string) => string): unknown {
  if (typeof value === 'string') return inText(value)
  if (Array.isArray(value)) return value.map((item: unknown) => deepReplace(item, inText))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deepReplace(inner, inText)]))
}
