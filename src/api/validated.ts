import { validator } from 'hono-openapi'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from '@/api/request-context'
import { InvalidError } from '@/shared/errors'
import { parseInput } from '@/shared/parse-input'

/** Checks a part of the request against its schema, which also describes it in the OpenAPI document. Throws InvalidError, in a sentence. */
export function validated<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator<Schema, Target, AppEnv, string>(target, schema, (result) => {
    if (result.success) {
      if (!isStorable(result.data))
        throw new InvalidError('The request holds a character that cannot be kept (NUL or half of one).')
      return
    }
    // Once more, because what validates for the document knows Zod's words alone.
    parseInput(schema, result.data)
  })
}

/** PostgreSQL keeps neither NUL characters nor halves of surrogate pairs. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  return typeof value !== 'object' || value === null || Object.values(value).every(isStorable)
}
