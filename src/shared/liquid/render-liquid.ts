import { Liquid, UndefinedVariableError, type Template } from 'liquidjs'
import { fillPlainly, readPlainly, type PlainPart } from './fill-plainly'

/** Long enough for any text or flow property, short enough that a template cannot keep the process. */
const longestTemplate = 20_000
const longestRenderMilliseconds = 50
/** More than the largest answer that a flow gets from elsewhere. */
const longestText = 100_000

/** The time left to several templates together. */
export type LiquidBudget = { milliseconds: number }

/** Own properties only: a template never reaches `constructor` or what a library hung on a prototype. No files: includes find nothing. */
const liquid = new Liquid({
  ownPropertyOnly: true,
  lenientIf: true,
  strictFilters: true,
  templates: {},
  parseLimit: longestTemplate,
  renderLimit: longestRenderMilliseconds,
  memoryLimit: 100_000,
})

/** Parsed once, while recently used: a flow renders the same few properties for every caller. */
const parsed = new Map<string, { templates: Template[]; plain: readonly PlainPart[] | null }>()
const mostParsed = 2_000

export type LiquidScope = Readonly<Record<string, unknown>>

/** Fills a Liquid template. What is not defined is empty, as in Twilio Studio. Throws when the template is broken, too long or too slow, or its text is. */
export function renderLiquid(
  template: string,
  scope: LiquidScope,
  budget: LiquidBudget = { milliseconds: longestRenderMilliseconds },
): string {
  if (!template.includes('{{') && !template.includes('{%')) return template
  if (budget.milliseconds <= 0) throw new Error('the templates take too long together')
  const begun = performance.now()
  try {
    const { plain, templates } = parse(template)
    const filled = plain && fillPlainly(plain, scope)
    const renderLimit = Math.min(longestRenderMilliseconds, budget.milliseconds)
    const text = filled ?? String(liquid.renderSync(templates, scope, { renderLimit }))
    if (text.length > longestText) throw new Error('the text is too long')
    return text
  } finally {
    budget.milliseconds -= performance.now() - begun
  }
}

/** The same, but a variable that is not defined is named instead. Conditions and the filter `default` may ask for what is not there. */
export function renderLiquidStrictly(template: string, scope: LiquidScope): { text: string } | { missing: string } {
  try {
    const text: unknown = liquid.renderSync(parse(template).templates, scope, { strictVariables: true })
    return { text: String(text) }
  } catch (error) {
    const missing =
      error instanceof UndefinedVariableError ? /undefined variable: ([^,\n]+)/.exec(error.message)?.[1] : undefined
    if (missing === undefined) throw error
    return { missing }
  }
}

/** The variables that a template asks for, such as `contact.name`, each once. Throws when the template is broken. */
export function liquidVariables(template: string): string[] {
  if (!template.includes('{{') && !template.includes('{%')) return []
  return liquid.globalFullVariablesSync(parse(template).templates)
}

function parse(template: string) {
  const known = parsed.get(template)
  if (known) {
    parsed.delete(template)
    parsed.set(template, known)
    return known
  }
  const read = { templates: liquid.parse(template), plain: readPlainly(template) }
  parsed.set(template, read)
  const oldest = parsed.keys().next()
  if (parsed.size > mostParsed && !oldest.done) parsed.delete(oldest.value)
  return read
}
