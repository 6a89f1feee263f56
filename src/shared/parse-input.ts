import type { z } from 'zod'
import { InvalidError } from './errors'

/** Checks what a program passed in; InvalidError in one sentence, the issues as its details. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const sentence = issue?.message ?? 'The request is not valid.'
  throw new InvalidError(issue?.path.length ? `${issue.path.join('.')}: ${sentence}` : sentence, parsed.error.issues)
}
