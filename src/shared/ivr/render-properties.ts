import { renderLiquid, type LiquidBudget, type LiquidScope } from '../liquid/render-liquid'

/** Fills the variables of every text in a state's properties, however deep. Throws what Liquid throws. */
export function renderProperties(
  properties: Readonly<Record<string, unknown>>,
  scope: () => LiquidScope,
  budget: LiquidBudget,
): unknown {
  if (!hasVariables(properties)) return properties
  const filled = scope()
  return render(properties, filled, budget)
}

export function renderText(text: string, scope: LiquidScope, budget?: LiquidBudget): string {
  return isTemplate(text) ? renderLiquid(text, scope, budget) : text
}

function render(value: unknown, scope: LiquidScope, budget: LiquidBudget): unknown {
  if (typeof value === 'string') return renderText(value, scope, budget)
  if (Array.isArray(value)) return value.map((item) => render(item, scope, budget))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, render(inner, scope, budget)]))
}

const known = new WeakMap<object, boolean>()

function hasVariables(value: unknown): boolean {
  if (typeof value === 'string') return isTemplate(value)
  if (typeof value !== 'object' || value === null) return false
  const before = known.get(value)
  if (before !== undefined) return before
  const found = Object.values(value).some((inner) => hasVariables(inner))
  known.set(value, found)
  return found
}

function isTemplate(text: string) {
  return text.includes('{{') || text.includes('{%')
}
