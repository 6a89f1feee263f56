import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Loaded before a test's worker (`node --import`): writes down every statement that goes to PostgreSQL, once for each pattern of absent and
 * false parameters, because those decide what the planner can leave away.
 */
const file = join(process.env.EVA_STATEMENTS ?? '.', `${process.pid}.jsonl`)
const seen = new Set<string>()
const query: unknown = Reflect.get(pg.Client.prototype, 'query')

Reflect.set(pg.Client.prototype, 'query', function captureAndAsk(this: pg.Client, ...given: unknown[]): unknown {
  // Not what a test itself looks up.
  const parameters: unknown = Reflect.get(this, 'connectionParameters')
  const application: unknown = Object(parameters).application_name
  if (typeof application === 'string' && application.startsWith('eva-twilio')) capture(given)
  return typeof query === 'function' ? Reflect.apply(query, this, given) : undefined
})

function capture([config, second]: unknown[]) {
  const given: unknown = typeof config === 'string' ? { text: config } : config
  if (typeof given !== 'object' || given === null) return
  const text: unknown = Reflect.get(given, 'text')
  const name: unknown = Reflect.get(given, 'name')
  if (typeof text !== 'string' || !/^\s*(?:select|with|insert|update|delete)\b/i.test(text)) return
  const values: unknown = second ?? Reflect.get(given, 'values')
  const parameters: unknown[] = Array.isArray(values) ? values : []
  const pattern = parameters.map((value) => (value === null || value === undefined ? '-' : value === false ? 'f' : 'x'))
  const key = `${typeof name === 'string' ? name : text} ${pattern.join('')}`
  if (seen.has(key)) return
  seen.add(key)
  appendFileSync(file, `${JSON.stringify({ name: name ?? null, text, values: parameters.map(plain) })}\n`)
}

/** As PostgreSQL would take it. */
function plain(value: unknown) {
  if (value === undefined) return null
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date))
    return JSON.stringify(value)
  return value
}
