import type { z } from 'zod'

type Raw = z.core.$ZodRawIssue
type Issue = { path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined; message: string }

/** One sentence that names the field: 'limit must be a number.' What a schema says in its own words stays: 'body: Write a text.' `whole` is what it is when no field is wrong. */
export function sayIssue({ path = [], message }: Issue, whole = 'The request'): string {
  const field = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  const isOurs = /^[a-z]/.test(message)
  if (isOurs) return `${field || whole} ${message.replace(/\.$/, '')}.`
  return field ? `${field}: ${message}` : message
}

/**
 * What is wrong, as the end of a sentence that begins with the field ('must be a number'), for every issue whose schema has no words of its
 * own. Handed to Zod: `schema.safeParse(input, { error: predicateOf })`.
 */
export function predicateOf(issue: Raw): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return wrongFormat(issue)
    case 'not_multiple_of':
      return issue.divisor === 1 ? 'must be a whole number' : `must be a multiple of ${issue.divisor}`
    case 'unrecognized_keys':
      return `has a field that is not known here: ${issue.keys.join(', ')}`
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : oneOf(issue.values)
    case 'invalid_union':
      return inUnion(issue)
    case 'invalid_key':
      return 'has a name that is not allowed'
    case 'invalid_element':
      return 'has an entry that is not valid'
    default:
      return 'is not valid'
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  date: 'a date',
  array: 'a list',
  tuple: 'a list',
  set: 'a list',
  object: 'an object',
  record: 'an object',
  map: 'an object',
  null: 'null',
  undefined: 'left out',
  never: 'left out',
  file: 'a file',
  nan: 'not a number',
}

const formats: Record<string, string> = {
  email: 'an e-mail address',
  url: 'a web address',
  uuid: 'an id',
  guid: 'an id',
  datetime: 'a time such as 2026-03-02T15:00:00Z',
  date: 'a date such as 2026-03-02',
  time: 'a time of day such as 15:00',
  duration: 'a duration such as PT1H',
  e164: 'a phone number such as +14155550100',
  ipv4: 'an IP address',
  ipv6: 'an IP address',
  base64: 'Base64',
  base64url: 'Base64',
  json_string: 'JSON',
}

function wrongFormat(issue: Extract<Raw, { code: 'invalid_format' }>) {
  if (issue.format === 'starts_with') return `must begin with “${String(issue.prefix)}”`
  if (issue.format === 'ends_with') return `must end with “${String(issue.suffix)}”`
  if (issue.format === 'includes') return `must contain “${String(issue.includes)}”`
  if (issue.format === 'regex') return 'is not written as it must be'
  return `must be ${formats[issue.format] ?? `a valid ${issue.format}`}`
}

const measures: Record<string, [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
  map: ['entry', 'entries'],
  file: ['byte', 'bytes'],
}

/** 'at least 3 characters', or null where the amount itself is meant and not a length. */
function measured(origin: string, how: string, amount: number | bigint) {
  const measure = measures[origin]
  return measure ? `${how} ${amount} ${Number(amount) === 1 ? measure[0] : measure[1]}` : null
}

function tooSmall({ origin, minimum, inclusive, exact }: Extract<Raw, { code: 'too_small' }>) {
  if (measures[origin] && Number(minimum) === 1 && !exact) return 'must not be empty'
  const length = measured(origin, exact ? 'exactly' : inclusive === false ? 'more than' : 'at least', minimum)
  if (length) return `must have ${length}`
  if (origin === 'date') return `must not be before ${new Date(Number(minimum)).toISOString()}`
  return inclusive === false ? `must be more than ${minimum}` : `must be at least ${minimum}`
}

function tooBig({ origin, maximum, inclusive, exact }: Extract<Raw, { code: 'too_big' }>) {
  const length = measured(origin, exact ? 'exactly' : inclusive === false ? 'less than' : 'at most', maximum)
  if (length) return `must have ${length}`
  if (origin === 'date') return `must not be after ${new Date(Number(maximum)).toISOString()}`
  return inclusive === false ? `must be less than ${maximum}` : `must be at most ${maximum}`
}

function oneOf(values: readonly unknown[]) {
  const words = values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value)))
  if (words.length < 2) return `must be ${words.join('')}`
  return `must be one of ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** The words of the form that comes nearest: of those that are of the right kind at all, the one with the fewest things wrong. */
function inUnion(issue: Extract<Raw, { code: 'invalid_union' }>) {
  if (issue.input === undefined) return 'is missing'
  if (issue.errors.length === 0) return 'has a value that is not known here'
  const [nearest] = issue.errors
    .filter((errors) => errors.length > 0 && !isOfOtherKind(errors))
    .toSorted((a, b) => a.length - b.length)
  const error = nearest?.[0]
  if (!error) return 'is not of any form that is known here'
  return error.path.length === 0 ? error.message : `is not valid: ${sayIssue(error).replace(/\.$/, '')}`
}

function isOfOtherKind(errors: readonly z.core.$ZodIssue[]) {
  return errors.some(({ path, code }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'))
}
