import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'

const require = createRequire(import.meta.url)
const folder = require.resolve('@twilio-alpha/mcp/package.json').replace(/package\.json$/, '')
const document = JSON.parse(readFileSync(`${folder}twilio-oai/spec/json/twilio_api_v2010.json`, 'utf8'))

const ajv = new Ajv({ strict: false, allErrors: true })
addFormatsModule.default(ajv)
ajv.addFormat('date-time-rfc-2822', /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/)
ajv.addFormat('phone-number', /^(\+\d{7,15})$/)
ajv.addFormat('currency', /^[A-Za-z]{3}$/)
ajv.addFormat('uri', /^(|https?:\/\/\S+|\/\S+)$/)
ajv.addFormat('uri-map', true)
ajv.addFormat('phone-number-capabilities', true)
ajv.addFormat('http-method', /^(GET|POST)$/)

/** OpenAPI 3.0 as JSON Schema; every property of an object is required, so that none may be left out. */
function strengthen(node: unknown): object {
  if (typeof node !== 'object' || node === null) return {}
  const schema: Record<string, unknown> = { ...node }
  if (typeof schema['$ref'] === 'string') return strengthen(resolve(schema['$ref']))
  if (schema['items'] !== undefined) schema['items'] = strengthen(schema['items'])
  if (typeof schema['properties'] === 'object' && schema['properties'] !== null) {
    const entries = Object.entries(schema['properties'])
    schema['properties'] = Object.fromEntries(entries.map(([name, value]) => [name, strengthen(value)]))
    schema['required'] = entries.map(([name]) => name)
  }
  if (schema['nullable'] === true && schema['type'] !== undefined) schema['type'] = [schema['type'], 'null']
  if (schema['nullable'] === true && Array.isArray(schema['enum'])) schema['enum'] = [...schema['enum'], null]
  delete schema['nullable']
  return schema
}

function resolve(pointer: string): unknown {
  let node = document
  for (const part of pointer.slice(2).split('/')) node = node[part]
  return node
}

const templates = Object.keys(document['paths']).map((path) => ({
  path,
  names: (path.match(/\{/g) ?? []).length,
  shape: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}))
const validators = new Map<string, ValidateFunction>()

/** The complaints of Twilio's own OpenAPI about a successful answer; empty if it is complete and well formed. */
export function complaintsAbout(method: string, path: string, status: number, body: unknown): string[] {
  const fitting = templates.filter((template) => template.shape.test(path)).toSorted((a, b) => a.names - b.names)
  const template = fitting[0]?.path
  const operation = template === undefined ? undefined : document['paths'][template][method.toLowerCase()]
  if (operation === undefined) return [`${method} ${path} is not in the OpenAPI`]
  const response = operation.responses[String(status)]
  if (response === undefined) return [`${method} ${path} does not answer ${status} in the OpenAPI`]
  const schema = response.content?.['application/json']?.schema
  if (schema === undefined) return []
  const key = `${method} ${template} ${status}`
  const validate = validators.get(key) ?? ajv.compile(strengthen(schema))
  validators.set(key, validate)
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${key} ${error.instancePath} ${error.message}`)
}
