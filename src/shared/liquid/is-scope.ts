import type { LiquidScope } from './render-liquid'

/** Whether a value has names within it, as a list and a text have not. */
export function isScope(value: unknown): value is LiquidScope {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
