import { findState, type FlowDefinition } from '../definition'
import { error, type FlowIssue } from './flow-issue'
import { lintPaths } from './lint-paths'
import { lintSecrets } from './lint-secrets'
import { lintState } from './lint-state'
import { lintVariables } from './lint-variables'

/** Everything that is wrong with a flow, in the order of its states; errors first within each. */
export function lintFlow(definition: FlowDefinition): FlowIssue[] {
  const issues = [
    ...lintWhole(definition),
    ...definition.states.flatMap((state) => lintState(definition, state)),
    ...lintPaths(definition),
    ...lintVariables(definition),
    ...lintSecrets(definition),
  ]
  const place = new Map(definition.states.map(({ name }, index) => [name, index]))
  const placeOf = ({ state, level }: FlowIssue) =>
    (state === null ? -1 : (place.get(state) ?? 0)) * 2 + (level === 'error' ? 0 : 1)
  return issues.toSorted((one, other) => placeOf(one) - placeOf(other))
}

function lintWhole(definition: FlowDefinition): FlowIssue[] {
  const issues: FlowIssue[] = []
  if (!findState(definition, definition.initial_state)) {
    issues.push(
      error('no_beginning', null, `The flow begins with “${definition.initial_state}”, which does not exist.`),
    )
  }
  const seen = new Set<string>()
  for (const { name } of definition.states) {
    if (seen.has(name)) issues.push(error('same_name', name, `Two steps are called “${name}”.`))
    seen.add(name)
  }
  return issues
}
