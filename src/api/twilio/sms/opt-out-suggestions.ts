import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { listOptOutSuggestions } from '@/lib/services/opt-outs/list-opt-out-suggestions'
import { settleOptOutSuggestion } from '@/lib/services/opt-outs/settle-opt-out-suggestion'
import { ListOptOutSuggestionsQuery, OptOutSuggestion } from '@/shared/schemas/opt-out-suggestion'
import { pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const tag = 'Opt-outs'

/** Texts that ask in their own words to be left alone, under /api/twilio/sms/opt-outs/suggestions. */
export function optOutSuggestions(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'Texts that may be refusals, newest first',
      description: 'While one is open, nothing is sent to that number by itself.',
      answers: { 200: { description: 'A page', schema: pageOf(OptOutSuggestion) } },
    }),
    requirePermission('opt_outs.read'),
    validated('query', ListOptOutSuggestionsQuery),
    async (c) => c.json(await listOptOutSuggestions(installation, c.req.valid('query'))),
  )
  for (const [verb, outcome] of [
    ['confirm', 'confirmed'],
    ['dismiss', 'dismissed'],
  ] as const) {
    app.post(
      `/:id/${verb}`,
      describeOperation({
        tag,
        summary: outcome === 'confirmed' ? 'It is a refusal: opt the person out' : 'It is none',
        description: '409: it is decided already.',
        answers: { 200: { description: 'The suggestion', schema: OptOutSuggestion } },
      }),
      requirePermission('opt_outs.write'),
      validated('param', Id),
      async (c) =>
        c.json(await settleOptOutSuggestion(contextFrom(installation, c), { ...c.req.valid('param'), outcome })),
    )
  }
  return app
}
