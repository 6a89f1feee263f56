import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { flowTests } from '@/api/twilio/ivr/flow-tests'
import { flowTrials } from '@/api/twilio/ivr/flow-trials'
import { flowVersions } from '@/api/twilio/ivr/flow-versions'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { archiveFlow } from '@/lib/services/ivr/archive-flow'
import { createFlow } from '@/lib/services/ivr/create-flow'
import { getFlow } from '@/lib/services/ivr/get-flow'
import { listFlows } from '@/lib/services/ivr/list-flows'
import { renameFlow } from '@/lib/services/ivr/rename-flow'
import { saveDraft } from '@/lib/services/ivr/save-draft'
import { FlowDefinition } from '@/shared/ivr/definition'
import {
  CreateFlowInput,
  Flow,
  FlowWithDraft,
  ListFlowsQuery,
  RenameFlowInput,
  SaveDraftInput,
} from '@/shared/schemas/flow'
import { pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const tag = 'Flows'
const one = { description: 'The flow', schema: FlowWithDraft }

/** Phone menus and text flows in Studio's format, under /api/twilio/ivr/flows. */
export function flows(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List flows by name',
      answers: { 200: { description: 'A page', schema: pageOf(Flow) } },
    }),
    requirePermission('flows.read'),
    validated('query', ListFlowsQuery),
    async (c) => c.json(await listFlows(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({ tag, summary: 'Make a flow', description: 'Accepts Idempotency-Key.', answers: { 201: one } }),
    requirePermission('flows.write'),
    validated('json', CreateFlowInput),
    idempotent(installation),
    async (c) =>
      c.json(await createFlow(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.post(
    '/import',
    describeOperation({
      tag,
      summary: 'Import a Twilio Studio flow',
      description: 'What is not known here is kept as it is and exported again. Accepts Idempotency-Key.',
      answers: { 201: one },
    }),
    requirePermission('flows.write'),
    validated('json', CreateFlowInput.required()),
    idempotent(installation),
    async (c) =>
      c.json(await createFlow(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.get(
    '/:id',
    describeOperation({ tag, summary: 'One flow with its draft', answers: { 200: one } }),
    requirePermission('flows.read'),
    validated('param', Id),
    async (c) => c.json(await getFlow(installation, c.req.valid('param'))),
  )
  app.patch(
    '/:id',
    describeOperation({ tag, summary: 'Rename a flow', answers: { 200: one } }),
    requirePermission('flows.write'),
    validated('param', Id),
    validated('json', RenameFlowInput),
    async (c) =>
      c.json(await renameFlow(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Put a flow away',
      description: 'Callers in it are served to the end. 409 while it answers a number.',
      answers: { 204: { description: 'Done' } },
    }),
    requirePermission('flows.write'),
    validated('param', Id),
    async (c) => {
      await archiveFlow(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  app.put(
    '/:id/draft',
    describeOperation({
      tag,
      summary: 'Save the draft',
      description: '409 when somebody else saved since `revision` was read; `details` says who and when.',
      answers: { 200: one },
    }),
    requirePermission('flows.write'),
    validated('param', Id),
    validated('json', SaveDraftInput),
    async (c) =>
      c.json(await saveDraft(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  app.get(
    '/:id/export',
    describeOperation({
      tag,
      summary: 'The draft as Twilio Studio takes it',
      answers: { 200: { description: 'The definition', schema: FlowDefinition } },
    }),
    requirePermission('flows.read'),
    validated('param', Id),
    async (c) => {
      const { draft, flowSid } = await getFlow(installation, c.req.valid('param'))
      return c.json(draft, 200, { 'Content-Disposition': `attachment; filename="${flowSid}.json"` })
    },
  )
  app.route('/', flowVersions(installation))
  app.route('/', flowTrials(installation))
  app.route('/', flowTests(installation))
  return app
}
