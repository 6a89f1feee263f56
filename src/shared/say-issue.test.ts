import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { predicateOf, sayIssue } from './say-issue'

function say(schema: z.ZodType, input: unknown) {
  const issue = schema.safeParse(input, { error: predicateOf }).error?.issues[0]
  return issue ? sayIssue(issue) : 'valid'
}

const Shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), radius: z.number() }),
  z.object({ kind: z.literal('square'), side: z.number() }),
])
const Either = z.union([z.object({ status: z.literal('completed') }), z.object({ to: z.string(), from: z.string() })])

const cases: [schema: z.ZodType, input: unknown, sentence: string][] = [
  [z.object({ limit: z.coerce.number() }), { limit: 'many' }, 'limit must be a number.'],
  [z.object({ limit: z.number().int() }), { limit: 1.5 }, 'limit must be a whole number.'],
  [z.object({ limit: z.number().max(200) }), { limit: 201 }, 'limit must be at most 200.'],
  [z.object({ limit: z.number().positive() }), { limit: 0 }, 'limit must be more than 0.'],
  [z.object({ limit: z.number().lt(9) }), { limit: 9 }, 'limit must be less than 9.'],
  [z.object({ limit: z.number().multipleOf(5) }), { limit: 7 }, 'limit must be a multiple of 5.'],
  [z.object({ name: z.string() }), {}, 'name is missing.'],
  [z.object({ name: z.string() }), { name: 7 }, 'name must be text.'],
  [z.object({ name: z.string().min(1) }), { name: '' }, 'name must not be empty.'],
  [z.object({ name: z.string().min(3) }), { name: 'a' }, 'name must have at least 3 characters.'],
  [z.object({ name: z.string().max(1) }), { name: 'ab' }, 'name must have at most 1 character.'],
  [z.object({ name: z.string().length(2) }), { name: 'abc' }, 'name must have exactly 2 characters.'],
  [z.object({ name: z.string().regex(/^a/) }), { name: 'b' }, 'name is not written as it must be.'],
  [z.object({ name: z.string().startsWith('AC') }), { name: 'b' }, 'name must begin with “AC”.'],
  [z.object({ name: z.string().endsWith('Z') }), { name: 'b' }, 'name must end with “Z”.'],
  [z.object({ name: z.string().includes('@') }), { name: 'b' }, 'name must contain “@”.'],
  [z.object({ done: z.boolean() }), { done: 'yes' }, 'done must be true or false.'],
  [z.object({ email: z.email() }), { email: 'ada' }, 'email must be an e-mail address.'],
  [z.object({ url: z.url() }), { url: 'here' }, 'url must be a web address.'],
  [z.object({ id: z.uuid() }), { id: '7' }, 'id must be an id.'],
  [z.object({ at: z.iso.datetime() }), { at: 'noon' }, 'at must be a time such as 2026-03-02T15:00:00Z.'],
  [z.object({ on: z.iso.date() }), { on: 'today' }, 'on must be a date such as 2026-03-02.'],
  [z.object({ at: z.date() }), { at: new Date(Number.NaN) }, 'at must be a date.'],
  [z.object({ ip: z.ipv4() }), { ip: 'x' }, 'ip must be an IP address.'],
  [z.object({ code: z.jwt() }), { code: 'x' }, 'code must be a valid jwt.'],
  [z.object({ tags: z.array(z.string()) }), { tags: 'a' }, 'tags must be a list.'],
  [z.object({ tags: z.array(z.string()) }), { tags: ['a', 2] }, 'tags.1 must be text.'],
  [z.object({ tags: z.array(z.string()).min(2) }), { tags: [] }, 'tags must have at least 2 entries.'],
  [z.object({ tags: z.array(z.string()).max(1) }), { tags: ['a', 'b'] }, 'tags must have at most 1 entry.'],
  [z.object({ file: z.file() }), { file: 'a' }, 'file must be a file.'],
  [z.object({ role: z.enum(['admin', 'agent']) }), { role: 'boss' }, 'role must be one of “admin” or “agent”.'],
  [z.object({ role: z.enum(['admin', 'agent']) }), {}, 'role is missing.'],
  [z.object({ kind: z.literal('a') }), { kind: 'b' }, 'kind must be “a”.'],
  [z.strictObject({}), { oops: 1 }, 'The request has a field that is not known here: oops.'],
  [z.object({ a: z.strictObject({}) }), { a: { b: 1 } }, 'a has a field that is not known here: b.'],
  [z.object({ a: z.never().optional() }), { a: 1 }, 'a must be left out.'],
  [z.object({ a: z.null() }), { a: 1 }, 'a must be null.'],
  [z.object({ a: z.record(z.enum(['x']), z.string()) }), { a: { y: 'z' } }, 'a.x is missing.'],
  [z.object({ a: z.record(z.string().min(3), z.string()) }), { a: { x: 'y' } }, 'a.x has a name that is not allowed.'],
  [z.object({ shape: Shape }), { shape: { kind: 'circle' } }, 'shape.radius is missing.'],
  [z.object({ shape: Shape }), { shape: { kind: 'cube' } }, 'shape.kind has a value that is not known here.'],
  [Either, { to: '+1' }, 'The request is not valid: status is missing.'],
  [z.object({ a: z.union([z.string(), z.number()]) }), { a: true }, 'a is not of any form that is known here.'],
  [z.object({ a: z.union([z.null(), z.string().min(3)]) }), { a: 'x' }, 'a must have at least 3 characters.'],
  [z.object({ a: z.union([z.string(), z.number()]) }), {}, 'a is missing.'],
  [z.object({ a: z.string() }), 'text', 'The request must be an object.'],
  [z.object({ a: z.string() }), undefined, 'The request is missing.'],
  [z.object({ a: z.custom((value) => value === 1) }), { a: 2 }, 'a is not valid.'],
  [z.object({ body: z.string().min(1, 'Write a text.') }), { body: '' }, 'body: Write a text.'],
  [z.string().min(1, 'Write a text.'), '', 'Write a text.'],
]

describe('what is wrong with a request', () => {
  test.each(cases)('is a sentence for people: %#', (schema, input, sentence) => {
    expect(say(schema, input)).toBe(sentence)
  })
})
