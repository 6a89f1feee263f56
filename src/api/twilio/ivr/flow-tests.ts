import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { deleteFlowTest } from '@/lib/services/ivr/delete-flow-test'
import { getFlow } from '@/lib/services/ivr/get-flow'
import { listFlowTests } from '@/lib/services/ivr/list-flow-tests'
import { runFlowTests } from '@/lib/services/ivr/run-flow-tests'
import { saveFlowTest } from '@/lib/services/ivr/save-flow-test'
import { FlowTest, FlowTestRun, SaveFlowTestInput, ValidateFlowInput } from '@/shared/schemas/flow'

const Flow = z.object({ id: z.uuid() })
const Test = Flow.extend({ testId: z.uuid() })
const tag = 'Flows'
const one = { description: 'The test', schema: FlowTest }

/** What must be heard when somebody does this or that, under /api/twilio/ivr/flows/:id/tests. */
export function flowTests(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/:id/tests',
    describeOperation({
      tag,
      summary: 'The tests of a flow',
      answers: { 200: { description: 'Them', schema: z.object({ items: z.array(FlowTest) }) } },
    }),
    requirePermission('flows.read'),
    validated('param', Flow),
    async (c) => c.json({ items: await listFlowTests(installation, { flowId: c.req.valid('param').id }) }),
  )
  app.post(
    '/:id/tests',
    describeOperation({ tag, summary: 'Add a test', description: 'Accepts Idempotency-Key.', answers: { 201: one } }),
    requirePermission('flows.write'),
    validated('param', Flow),
    validated('json', SaveFlowTestInput),
    idempotent(installation),
    async (c) => {
      const id = c.get('newId')
      const input = { ...c.req.valid('json'), flowId: c.req.valid('param').id, ...(id && { id }) }
      return c.json(await saveFlowTest(contextFrom(installation, c), input), 201)
    },
  )
  app.put(
    '/:id/tests/:testId',
    describeOperation({ tag, summary: 'Replace a test', answers: { 200: one } }),
    requirePermission('flows.write'),
    validated('param', Test),
    validated('json', SaveFlowTestInput),
    async (c) => {
      const { id, testId } = c.req.valid('param')
      return c.json(
        await saveFlowTest(contextFrom(installation, c), { ...c.req.valid('json'), flowId: id, id: testId }),
      )
    },
  )
  app.delete(
    '/:id/tests/:testId',
    describeOperation({ tag, summary: 'Delete a test', answers: { 204: { description: 'Done' } } }),
    requirePermission('flows.write'),
    validated('param', Test),
    async (c) => {
      const { id, testId } = c.req.valid('param')
      await deleteFlowTest(contextFrom(installation, c), { flowId: id, id: testId })
      return c.body(null, 204)
    },
  )
  app.post(
    '/:id/tests/run',
    describeOperation({
      tag,
      summary: 'Run the tests against the draft, or a definition that is given',
      answers: { 200: { description: 'How each ended', schema: z.object({ items: z.array(FlowTestRun) }) } },
    }),
    requirePermission('flows.read'),
    validated('param', Flow),
    validated('json', ValidateFlowInput),
    async (c) => {
      const flow = await getFlow(installation, c.req.valid('param'))
      const definition = c.req.valid('json').definition ?? flow.draft
      return c.json({ items: await runFlowTests(installation, { flowId: flow.id, definition }) })
    },
  )
  return app
}
