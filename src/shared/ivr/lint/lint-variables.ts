import { liquidVariables } from '../../liquid/render-liquid'
import { findState, type FlowDefinition } from '../definition'
import { error, warning, type FlowIssue } from './flow-issue'
import { textsOf } from './texts-of'

const roots = ['trigger', 'flow', 'widgets', 'contact']

/** Templates that cannot be read, and variables that nobody sets. */
export function lintVariables(definition: FlowDefinition): FlowIssue[] {
  const set = variablesSetBy(definition)
  return definition.states.flatMap((state) => {
    const issues = textsOf(state).flatMap((text): FlowIssue[] => {
      try {
        return liquidVariables(text).flatMap((variable) => lintVariable(definition, set, state.name, variable))
      } catch {
        return [error('broken_template', state.name, `“${text.slice(0, 60)}” is not a template that can be filled.`)]
      }
    })
    return [...new Map(issues.map((issue) => [issue.message, issue])).values()]
  })
}

function lintVariable(definition: FlowDefinition, set: Set<string>, state: string, variable: string): FlowIssue[] {
  const [root = '', name, key] = variable.split('.')
  if (!roots.includes(root)) return [warning('undefined_variable', state, `“${variable}” is not a variable of a flow.`)]
  if (root === 'widgets' && name !== undefined && !findState(definition, name)) {
    return [error('undefined_variable', state, `“${variable}” asks for a step “${name}” that does not exist.`)]
  }
  if (root === 'flow' && name === 'variables' && key !== undefined && !set.has(key)) {
    return [warning('undefined_variable', state, `No step sets “${key}”.`)]
  }
  return []
}

function variablesSetBy(definition: FlowDefinition): Set<string> {
  return new Set(
    definition.states.flatMap(({ type, properties }) => {
      const list: unknown = type === 'set-variables' ? properties.variables : undefined
      return Array.isArray(list) ? list.flatMap((item: unknown) => keyOf(item)) : []
    }),
  )
}

function keyOf(item: unknown): string[] {
  return typeof item === 'object' && item !== null && 'key' in item && typeof item.key === 'string' ? [item.key] : []
}
