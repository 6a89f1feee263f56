import { isScope } from './is-scope'
import { liquidVariables, renderLiquidStrictly, type LiquidScope } from './render-liquid'

export type FilledTemplate = { text: string; missing: string[] }

/**
 * Fills a template of which nothing may stay empty: what is not known is named in `missing`, and shown in the text as its own name in
 * brackets. `{{ x | default: 'y' }}` and conditions may ask for what is not known. Throws on a template that cannot be read.
 */
export function fillTemplate(template: string, scope: LiquidScope): FilledTemplate {
  const missing: string[] = []
  const variables = liquidVariables(template)
  let known = withBranches(withoutBlanks(scope), variables)
  // Each round finds one variable; a template that asks for more than it names is broken.
  for (let round = variables.length; round >= 0; round -= 1) {
    const filled = renderLiquidStrictly(template, known)
    if ('text' in filled) return { text: filled.text, missing }
    missing.push(filled.missing)
    known = withValue(known, filled.missing.split('.'), `[${filled.missing}]`)
  }
  throw new Error('the template asks for variables that it does not name')
}

/** An empty name is as little known as none. */
function withoutBlanks(scope: LiquidScope): LiquidScope {
  return Object.fromEntries(
    Object.entries(scope).flatMap(([key, value]): [string, unknown][] => {
      if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return []
      return [[key, isScope(value) ? withoutBlanks(value) : value]]
    }),
  )
}

/** Of `contact.name` the contact is there, so that it is the name that is missed. */
function withBranches(scope: LiquidScope, variables: readonly string[]): LiquidScope {
  return variables.reduce((known, variable) => {
    const path = variable.split('.').slice(0, -1)
    return path.reduce((grown, _part, index) => {
      const branch = path.slice(0, index + 1)
      return isScope(branch.reduce<unknown>((at, part) => (isScope(at) ? at[part] : undefined), grown))
        ? grown
        : withValue(grown, branch, {})
    }, known)
  }, scope)
}

function withValue(scope: LiquidScope, [key = '', ...rest]: string[], value: unknown): LiquidScope {
  const inner = scope[key]
  return { ...scope, [key]: rest.length === 0 ? value : withValue(isScope(inner) ? inner : {}, rest, value) }
}
