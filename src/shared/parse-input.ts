import type { z } from 'zod'
import { InvalidError } from './errors'
import { predicateOf, sayIssue } from './say-issue'

/** Checks what a program passed in; InvalidError in one sentence, the issues as its details. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: predicateOf })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InvalidError(issue ? sayIssue(issue) : 'The request is not valid.', parsed.error.issues)
}
