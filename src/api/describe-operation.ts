import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { ErrorBody } from '@/shared/schemas/page'

type Answer = { description: string; schema?: z.ZodType }

/** What the OpenAPI document says of a route: its answers by status. What any route may answer (an error) is added. */
export function describeOperation(operation: {
  tag: string
  summary: string
  description?: string
  answers: Record<number, Answer>
}) {
  const answers = Object.entries<Answer>({
    ...operation.answers,
    default: { description: 'An error, in one shape', schema: ErrorBody },
  })
  return describeRoute({
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    responses: Object.fromEntries(
      answers.map(([status, { description, schema }]) => [
        status,
        schema ? { description, content: { 'application/json': { schema: resolver(schema) } } } : { description },
      ]),
    ),
  })
}
