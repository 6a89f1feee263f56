import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import type { AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getSuggestion } from '@/lib/services/suggestions/get-suggestion'
import { Suggestion } from '@/shared/schemas/suggestion'

/** What is suggested for a text, under /api/twilio/messages/:id/suggestion. */
export function suggestions(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/:id/suggestion',
    describeOperation({
      tag: 'Messages',
      summary: 'What a text wants, and what could be answered',
      description: 'Made for every text that reaches us, by a model or by its words alone. 404: there is none.',
      answers: { 200: { description: 'The suggestion', schema: Suggestion } },
    }),
    requirePermission('messages.read'),
    validated('param', z.object({ id: z.uuid() })),
    async (c) => c.json(await getSuggestion(installation, c.req.valid('param'))),
  )
  return app
}
