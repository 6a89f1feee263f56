import { isScope } from './is-scope'
import type { LiquidScope } from './render-liquid'

/** Words as they stand, or the path of a variable. */
export type PlainPart = string | readonly string[]

const variable = /\{\{\s*([a-z_]\w*(?:\.[a-z_]\w*)*)\s*\}\}/i
/** Liquid's own words, and what it counts by itself. */
const special = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank', 'forloop', 'first', 'last', 'size'])
/** Longer texts are for Liquid, which has limits. */
const longest = 10_000

/** The parts of a template that has only words and variables without filters, as most of a flow's are; null for any other. */
export function readPlainly(template: string): readonly PlainPart[] | null {
  // A split by a pattern with one group gives words and variables in turn.
  const parts = template.split(variable).map((part, index) => (index % 2 === 0 ? part : part.split('.')))
  const isPlain = parts.every((part) =>
    typeof part === 'string' ? !part.includes('{') : !part.some((name) => special.has(name)),
  )
  return isPlain ? parts : null
}

/**
 * What Liquid would make of it where every variable is a text, at a fraction of what its contexts and tokens cost while a caller waits; null
 * where one is not, which is Liquid's to decide.
 */
export function fillPlainly(parts: readonly PlainPart[], scope: LiquidScope): string | null {
  let filled = ''
  for (const part of parts) {
    const text = typeof part === 'string' ? part : find(part, scope)
    if (typeof text !== 'string') return null
    filled += text
  }
  return filled.length > longest ? null : filled
}

function find(path: readonly string[], scope: LiquidScope): unknown {
  let value: unknown = scope
  for (const name of path) {
    if (!isScope(value) || !Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return value
}
