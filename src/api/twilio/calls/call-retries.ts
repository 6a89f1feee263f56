import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { cancelCallRetry } from '@/lib/services/call-retries/cancel-call-retry'
import { listCallRetries } from '@/lib/services/call-retries/list-call-retries'
import { CallRetry, ListCallRetriesQuery } from '@/shared/schemas/call-retry'
import { pageOf } from '@/shared/schemas/page'

const tag = 'Calls'
const Id = z.object({ id: z.uuid() })

/** Calls that are tried again, under /api/twilio/calls/retries. */
export function callRetries(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List the calls that will be tried again, the next first; with open=false what came of the others',
      answers: { 200: { description: 'A page', schema: pageOf(CallRetry) } },
    }),
    requirePermission('calls.read'),
    validated('query', ListCallRetriesQuery),
    async (c) => c.json(await listCallRetries(installation, c.req.valid('query'))),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Do not try this call again',
      description: '409: it has been, or is being placed right now.',
      answers: { 200: { description: 'It', schema: CallRetry } },
    }),
    requirePermission('calls.place'),
    validated('param', Id),
    async (c) => c.json(await cancelCallRetry(contextFrom(installation, c), c.req.valid('param'))),
  )
  return app
}
