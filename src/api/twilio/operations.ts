import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { listOperations } from '@/lib/services/operations/list-operations'
import { retryOperation } from '@/lib/services/operations/retry-operation'
import { settleOperation } from '@/lib/services/operations/settle-operation'
import { FailedOperation, ListOperationsQuery } from '@/shared/schemas/operation'
import { pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const tag = 'Failed operations'

/** What failed and waits for somebody, under /api/twilio/operations. */
export function operations(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List failed operations, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(FailedOperation) } },
    }),
    requirePermission('operations.read'),
    validated('query', ListOperationsQuery),
    async (c) => c.json(await listOperations(installation, c.req.valid('query'))),
  )
  app.post(
    '/:id/retry',
    describeOperation({
      tag,
      summary: 'Try it again, once',
      description:
        'A text or a call passes every check as if it were new, and never goes out twice. What it fails with now is the answer, and is kept.',
      answers: { 200: { description: 'It is settled', schema: FailedOperation } },
    }),
    requirePermission('operations.settle'),
    validated('param', Id),
    async (c) => c.json(await retryOperation(contextFrom(installation, c), c.req.valid('param'))),
  )
  app.post(
    '/:id/dismiss',
    describeOperation({
      tag,
      summary: 'Leave it',
      answers: { 200: { description: 'It is settled', schema: FailedOperation } },
    }),
    requirePermission('operations.settle'),
    validated('param', Id),
    async (c) =>
      c.json(await settleOperation(contextFrom(installation, c), { ...c.req.valid('param'), outcome: 'dismissed' })),
  )
  return app
}
