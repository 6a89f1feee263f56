import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { dismissRecovery } from '@/lib/services/recoveries/dismiss-recovery'
import { listRecoveries } from '@/lib/services/recoveries/list-recoveries'
import { pageOf } from '@/shared/schemas/page'
import { Recovery } from '@/shared/schemas/recovery'

const tag = 'Failed operations'

/** What was lost on its way to us and fetched from Twilio's lists, under /api/twilio/recoveries. */
export function recoveries(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List what was recovered from Twilio and not dismissed, newest first',
      answers: { 200: { description: 'All of it', schema: pageOf(Recovery) } },
    }),
    requirePermission('operations.read'),
    async (c) => c.json(await listRecoveries(installation)),
  )
  app.post(
    '/:id/dismiss',
    describeOperation({
      tag,
      summary: 'Say that it was seen',
      answers: { 200: { description: 'It is no longer listed', schema: Recovery } },
    }),
    requirePermission('operations.settle'),
    validated('param', z.object({ id: z.uuid() })),
    async (c) => c.json(await dismissRecovery(contextFrom(installation, c), c.req.valid('param'))),
  )
  return app
}
