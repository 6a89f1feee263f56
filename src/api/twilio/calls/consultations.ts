import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { cancelConsultation } from '@/lib/services/rooms/cancel-consultation'
import { completeConsultation } from '@/lib/services/rooms/complete-consultation'
import { consult } from '@/lib/services/rooms/consult'
import { Call, ConsultInput } from '@/shared/schemas/call'
import { CallSid } from './call-sid'

const tag = 'Calls'
const answers = { 200: { description: 'The call, as it was: what happens arrives as live events', schema: Call } }

/** Warm transfers, under /api/twilio/calls/:callSid/consultation. */
export function consultations(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.post(
    '/:callSid/consultation',
    describeOperation({
      tag,
      summary: 'Talk with somebody before the other party is handed over',
      description: 'The other party hears music while the third person is rung, presses 1 and talks with ours.',
      answers,
    }),
    requirePermission('calls.control'),
    validated('param', CallSid),
    validated('json', ConsultInput),
    async (c) =>
      c.json(await consult(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  app.post(
    '/:callSid/consultation/complete',
    describeOperation({ tag, summary: 'Hand over: ours goes, the other two talk', answers }),
    requirePermission('calls.control'),
    validated('param', CallSid),
    async (c) => c.json(await completeConsultation(contextFrom(installation, c), c.req.valid('param'))),
  )
  app.delete(
    '/:callSid/consultation',
    describeOperation({ tag, summary: 'Take the other party back', answers }),
    requirePermission('calls.control'),
    validated('param', CallSid),
    async (c) => c.json(await cancelConsultation(contextFrom(installation, c), c.req.valid('param'))),
  )
  return app
}
