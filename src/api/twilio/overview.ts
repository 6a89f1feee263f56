import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import type { AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getOverview } from '@/lib/services/overview/get-overview'
import { Overview, OverviewQuery } from '@/shared/schemas/overview'

/** The counts of the first screen, at /api/twilio/overview. */
export function overview(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag: 'Overview',
      summary: 'What is going on and what happened today',
      answers: { 200: { description: 'Counts', schema: Overview } },
    }),
    requirePermission('calls.read'),
    validated('query', OverviewQuery),
    async (c) => c.json(await getOverview(installation, c.req.valid('query'))),
  )
  return app
}
