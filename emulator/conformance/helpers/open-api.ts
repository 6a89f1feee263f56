import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'

const require = createRequire(import.meta.url)
const folder = require.resolve('@twilio-alpha/mcp/package.json').replace(/package\.json$/, '')
/** Where the emulator has each of Twilio's APIs, and its OpenAPI. */
export const documents = [
  ['', 'twilio_api_v2010'],
  ['/messaging', 'twilio_messaging_v1'],
  ['/lookups', 'twilio_lookups_v2'],
  ['/pricing', 'twilio_pricing_v1'],
  ['/pricing', 'twilio_pricing_v2'],
].map(([prefix, name]) => ({
  prefix,
  name,
  document: JSON.parse(readFileSync(`${folder}twilio-oai/spec/json/${name}.json`, 'utf8')),
}))

/** Where Twilio's own examples show something else than its schemas: text for a number, a list without pages. */
const asText: ReadonlySet<string> = new Set([
  'usage_records.price',
  'latitude',
  'longitude',
  'base_price',
  'current_price',
])
/** Null in Twilio's examples as long as nothing has happened, though its schemas forget to say so. */
const asNull: ReadonlySet<string> = new Set(['reason_conference_ended'])
const unpaged = /\/AvailablePhoneNumbers\/\{CountryCode\}\/\w+\.json$/
const pageKeys: ReadonlySet<string> = new Set([
  'end',
  'first_page_uri',
  'next_page_uri',
  'page',
  'page_size',
  'previous_page_uri',
  'start',
])

const ajv = new Ajv({ strict: false, allErrors: true })
addFormatsModule.default(ajv)
ajv.addFormat('date-time-rfc-2822', /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/)
ajv.addFormat('phone-number', /^((whatsapp:|client:)?\+\d{7,15}|\(\d{3}\) \d{3}-\d{4}|[\w &+-]{1,11})$/)
ajv.addFormat('iso-country-code', /^[A-Z]{2}$/)
ajv.addFormat('currency', /^[A-Za-z]{3}$/)
ajv.addFormat('uri', /^(|https?:\/\/\S+|\/\S+)$/)
ajv.addFormat('uri-map', true)
ajv.addFormat('phone-number-capabilities', true)
ajv.addFormat('http-method', /^(GET|POST)$/)

/** JSON as it was read, to be walked by its names. */
type Document = ReturnType<typeof JSON.parse>

/** OpenAPI 3.0 as JSON Schema; every property of an object is required, so that none may be left out. */
function strengthen(document: Document, node: unknown, name = ''): object {
  if (typeof node !== 'object' || node === null) return {}
  const schema: Record<string, unknown> = { ...node }
  if (typeof schema['$ref'] === 'string') return strengthen(document, resolve(document, schema['$ref']), name)
  if (schema['items'] !== undefined) schema['items'] = strengthen(document, schema['items'], name)
  if (typeof schema['properties'] === 'object' && schema['properties'] !== null) {
    const entries = Object.entries(schema['properties'])
    schema['properties'] = Object.fromEntries(
      entries.map(([key, value]) => [
        key,
        strengthen(document, value, name === 'usage_records' ? `${name}.${key}` : key),
      ]),
    )
    schema['required'] = entries.map(([key]) => key)
  }
  if (asText.has(name) && schema['type'] === 'number') schema['type'] = 'string'
  if (asNull.has(name)) schema['nullable'] = true
  if (schema['nullable'] === true && schema['type'] !== undefined) schema['type'] = [schema['type'], 'null']
  if (schema['nullable'] === true && Array.isArray(schema['enum'])) schema['enum'] = [...schema['enum'], null]
  delete schema['nullable']
  return schema
}

function resolve(document: Document, pointer: string): unknown {
  let node: Document = document
  for (const part of pointer.slice(2).split('/')) node = node[part]
  return node
}

const templates = documents.flatMap(({ prefix, name, document }) =>
  Object.keys(document['paths']).map((path) => ({
    path,
    name,
    document,
    names: (path.match(/\{/g) ?? []).length,
    shape: new RegExp(`^${(prefix + path).replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  })),
)
const validators = new Map<string, ValidateFunction>()

/** The complaints of Twilio's own OpenAPI about a successful answer; empty if it is complete and well formed. */
export function complaintsAbout(method: string, path: string, status: number, body: unknown): string[] {
  const template = templates
    .filter((each) => each.shape.test(path))
    .toSorted((a, b) => a.names - b.names)
    .find((each) => each.document['paths'][each.path][method.toLowerCase()] !== undefined)
  if (template === undefined) return [`${method} ${path} is not in the OpenAPI`]
  const response = template.document['paths'][template.path][method.toLowerCase()].responses[String(status)]
  if (response === undefined) return [`${method} ${path} does not answer ${status} in the OpenAPI`]
  const schema = response.content?.['application/json']?.schema
  if (schema === undefined) return []
  const key = `${method} ${template.name} ${template.path} ${status}`
  const validate = validators.get(key) ?? ajv.compile(forPath(template.path, strengthen(template.document, schema)))
  validators.set(key, validate)
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${key} ${error.instancePath} ${error.message}`)
}

function forPath(path: string, schema: { required?: string[] }): object {
  if (!unpaged.test(path)) return schema
  return { ...schema, required: schema.required?.filter((name) => !pageKeys.has(name)) }
}
