import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'

type Json = { [key: string]: any }

const require = createRequire(import.meta.url)
const folder = require.resolve('@twilio-alpha/mcp/package.json').replace(/package\.json$/, '')
const document: Json = JSON.parse(readFileSync(`${folder}twilio-oai/spec/json/twilio_api_v2010.json`, 'utf8'))

const ajv = new Ajv({ strict: false, allErrors: true })
addFormatsModule.default(ajv)
ajv.addFormat('date-time-rfc-2822', /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/)
ajv.addFormat('phone-number', /^(\+\d{7,15})$/)
ajv.addFormat('currency', /^[A-Za-z]{3}$/)
ajv.addFormat('uri', /^(|https?:\/\/\S+|\/\S+)$/)
ajv.addFormat('http-method', /^(GET|POST)$/)

/** OpenAPI 3.0 as JSON Schema; every property of an object is required, so that none may be left out. */
function strengthen(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strengthen)
  if (typeof node !== 'object' || node === null) return node
  const schema: Json = { ...node }
  if (typeof schema['$ref'] === 'string') return strengthen(resolve(schema['$ref']))
  for (const key of ['items', 'additionalProperties']) if (schema[key]) schema[key] = strengthen(schema[key])
  if (schema['properties']) {
    const entries = Object.entries<unknown>(schema['properties'])
    schema['properties'] = Object.fromEntries(entries.map(([name, value]) => [name, strengthen(value)]))
    schema['required'] = entries.map(([name]) => name)
  }
  if (schema['nullable'] && schema['type']) schema['type'] = [schema['type'], 'null']
  if (schema['nullable'] && schema['enum']) schema['enum'] = [...schema['enum'], null]
  delete schema['nullable']
  return schema
}

function resolve(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<any>((node, part) => node[part], document)
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
  const validate = validators.get(key) ?? ajv.compile(strengthen(schema) as object)
  validators.set(key, validate)
  return validate(body) ? [] : (validate.errors ?? []).map((error) => `${key} ${error.instancePath} ${error.message}`)
}
