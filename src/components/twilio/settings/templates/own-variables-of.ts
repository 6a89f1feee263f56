import { isOwnVariable } from './variable-words'

/** The variables of its own that a text prints, in order; what only conditions ask for is found when it is previewed. */
export function ownVariablesOf(body: string): string[] {
  const printed = [...body.matchAll(/\{\{-?\s*([a-z_][\w.]*)/gi)].map((found) => found[1] ?? '')
  return [...new Set(printed)].filter((name) => isOwnVariable(name) && !name.includes('.'))
}
