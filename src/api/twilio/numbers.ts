import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { assertPermission, requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { buyNumber } from '@/lib/services/numbers/buy-number'
import { checkNumber } from '@/lib/services/numbers/check-number'
import { checkNumbers } from '@/lib/services/numbers/check-numbers'
import { findAvailableNumbers } from '@/lib/services/numbers/find-available-numbers'
import { listUses } from '@/lib/services/numbers/list-uses'
import { listNumbers } from '@/lib/services/numbers/list-numbers'
import { releaseNumber } from '@/lib/services/numbers/release-number'
import { repairNumber } from '@/lib/services/numbers/repair-number'
import { syncNumbers } from '@/lib/services/numbers/sync-numbers'
import { updateNumber } from '@/lib/services/numbers/update-number'
import {
  AvailableNumber,
  AvailableNumbersQuery,
  BuyNumberInput,
  NumberUses,
  OurNumber,
  permissionToUpdate,
  ReleaseNumberQuery,
  UpdateNumberInput,
} from '@/shared/schemas/number'
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
  app.post(
    '/check',
    describeOperation({
      tag,
      summary: 'Compare how our numbers stand at Twilio with what we need',
      description: 'Changes nothing at Twilio.',
      answers: { 200: { description: 'All of them, with what was found', schema: pageOf(OurNumber) } },
    }),
    requirePermission('numbers.write'),
    async (c) => c.json(await checkNumbers(contextFrom(installation, c))),
  )
  app.get(
    '/available',
    describeOperation({
      tag,
      summary: 'Numbers that Twilio sells, with what they cost a month',
      answers: { 200: { description: 'At most 30', schema: z.object({ items: z.array(AvailableNumber) }) } },
    }),
    requirePermission('numbers.write'),
    validated('query', AvailableNumbersQuery),
    async (c) => c.json(await findAvailableNumbers(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Buy a number',
      description: 'It points at us from its first second. Asked twice, it is bought once.',
      answers: { 201: { description: 'The number', schema: OurNumber } },
    }),
    requirePermission('numbers.write'),
    validated('json', BuyNumberInput),
    async (c) => c.json(await buyNumber(contextFrom(installation, c), c.req.valid('json')), 201),
  )
  app.post(
    '/:id/check',
    describeOperation({
      tag,
      summary: 'Compare how a number stands at Twilio with what we need',
      description: 'Changes nothing at Twilio.',
      answers: { 200: { description: 'The number, with what was found', schema: OurNumber } },
    }),
    requirePermission('numbers.write'),
    validated('param', Id),
    async (c) => c.json(await checkNumber(contextFrom(installation, c), c.req.valid('param'))),
  )
  app.post(
    '/:id/repair',
    describeOperation({
      tag,
      summary: 'Make Twilio ask us about this number',
      description: 'Changes the number’s settings at Twilio; what stood there is kept in the audit log.',
      answers: { 200: { description: 'The number, as it was found afterwards', schema: OurNumber } },
    }),
    requirePermission('numbers.write'),
    validated('param', Id),
    async (c) => c.json(await repairNumber(contextFrom(installation, c), c.req.valid('param'))),
  )
  app.get(
    '/:id/uses',
    describeOperation({
      tag,
      summary: 'What would stop working without this number',
      answers: { 200: { description: 'Each in words; empty: nothing', schema: NumberUses } },
    }),
    requirePermission('numbers.read'),
    validated('param', Id),
    async (c) => c.json(await listUses(installation, c.req.valid('param'))),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Give a number back to Twilio, for good',
      description: '`confirm` is the number itself. 409 with `details.uses` while something uses it, unless `force`.',
      answers: { 204: { description: 'It is gone; its calls and texts stay' } },
    }),
    requirePermission('numbers.write'),
    validated('param', Id),
    validated('query', ReleaseNumberQuery),
    async (c) => {
      await releaseNumber(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('query') })
      return c.body(null, 204)
    },
  )
  app.patch(
    '/:id',
    describeOperation({
      tag,
      summary: 'Change a number’s name or how its calls are answered',
      description:
        'Twilio’s own settings of the number are not touched. Whatever is more than `answer.flowId` and `answer.textFlowId` needs `numbers.write`.',
      answers: { 200: { description: 'The number', schema: OurNumber } },
    }),
    requirePermission('numbers.assign'),
    validated('param', Id),
    validated('json', UpdateNumberInput),
    async (c) => {
      const input = c.req.valid('json')
      assertPermission(c.get('actor'), permissionToUpdate(input))
      return c.json(await updateNumber(contextFrom(installation, c), { ...input, ...c.req.valid('param') }))
    },
  )
  return app
}
