import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { listNumbers } from '@/lib/services/numbers/list-numbers'
import { syncNumbers } from '@/lib/services/numbers/sync-numbers'
import { updateNumber } from '@/lib/services/numbers/update-number'
import { OurNumber, UpdateNumberInput } from '@/shared/schemas/number'
import { pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const tag = 'Numbers'

/** Our numbers and what answers them, under /api/twilio/numbers. */
export function numbers(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List our numbers',
      answers: { 200: { description: 'All of them', schema: pageOf(OurNumber) } },
    }),
    requirePermission('numbers.read'),
    async (c) => c.json(await listNumbers(installation)),
  )
  app.post(
    '/sync',
    describeOperation({
      tag,
      summary: 'Read the account’s numbers from Twilio',
      description: 'Changes nothing at Twilio.',
      answers: { 200: { description: 'All of them', schema: pageOf(OurNumber) } },
    }),
    requirePermission('numbers.write'),
    async (c) => c.json(await syncNumbers(contextFrom(installation, c))),
  )
  app.patch(
    '/:id',
    describeOperation({
      tag,
      summary: 'Change a number’s name or how its calls are answered',
      description: 'Twilio’s own settings of the number are not touched.',
      answers: { 200: { description: 'The number', schema: OurNumber } },
    }),
    requirePermission('numbers.write'),
    validated('param', Id),
    validated('json', UpdateNumberInput),
    async (c) =>
      c.json(await updateNumber(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  return app
}
