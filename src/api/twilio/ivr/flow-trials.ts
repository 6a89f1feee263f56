import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import type { AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { simulateFlow } from '@/lib/services/ivr/simulate-flow'
import { validateFlow } from '@/lib/services/ivr/validate-flow'
import { FlowIssueSchema, SimulateFlowInput, SimulatedWalk, ValidateFlowInput } from '@/shared/schemas/flow'

const Id = z.object({ id: z.uuid() })
const tag = 'Flows'

/** Looking at a flow before a caller does, under /api/twilio/ivr/flows/:id. */
export function flowTrials(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.post(
    '/:id/validate',
    describeOperation({
      tag,
      summary: 'What is wrong with the draft, or with a definition that is given',
      answers: {
        200: {
          description: 'Errors keep a flow from being published',
          schema: z.object({ issues: z.array(FlowIssueSchema) }),
        },
      },
    }),
    requirePermission('flows.read'),
    validated('param', Id),
    validated('json', ValidateFlowInput),
    async (c) =>
      c.json({ issues: await validateFlow(installation, { ...c.req.valid('param'), ...c.req.valid('json') }) }),
  )
  app.post(
    '/:id/simulate',
    describeOperation({
      tag,
      summary: 'Walk through the draft, or a definition that is given, as a caller or texter',
      description:
        'Runs the engine of live calls. Nothing goes out: what the flow asks of others is answered as `world.answers` says.',
      answers: { 200: { description: 'What was heard, texted and done, and the path', schema: SimulatedWalk } },
    }),
    requirePermission('flows.read'),
    validated('param', Id),
    validated('json', SimulateFlowInput),
    async (c) => c.json(await simulateFlow(installation, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  return app
}
