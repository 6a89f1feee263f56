import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getFlow } from '@/lib/services/ivr/get-flow'
import { getFlowActivity } from '@/lib/services/ivr/get-flow-activity'
import { getFlowVersion } from '@/lib/services/ivr/get-flow-version'
import { listFlowVersions } from '@/lib/services/ivr/list-flow-versions'
import { publishFlow } from '@/lib/services/ivr/publish-flow'
import { restoreFlowVersion } from '@/lib/services/ivr/restore-flow-version'
import {
  Flow,
  FlowActivity,
  FlowVersion,
  FlowVersionWithDefinition,
  FlowWithDraft,
  PublishFlowInput,
} from '@/shared/schemas/flow'

const Id = z.object({ id: z.uuid() })
const Version = Id.extend({ version: z.coerce.number().int().min(1) })
const ActivityQuery = z.object({
  version: z.coerce.number().int().min(1).optional(),
  days: z.coerce.number().int().min(1).max(90).default(7),
})
const tag = 'Flows'
const day = 24 * 60 * 60 * 1_000

/** What of a flow is published, under /api/twilio/ivr/flows/:id. */
export function flowVersions(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.post(
    '/:id/publish',
    describeOperation({
      tag,
      summary: 'Publish the draft',
      description:
        'Calls that begin from now on are answered by it. 400, with what is wrong, when it has an error or a test fails; 409 when the draft changed meanwhile.',
      answers: { 200: { description: 'The flow', schema: Flow } },
    }),
    requirePermission('flows.write'),
    validated('param', Id),
    validated('json', PublishFlowInput),
    async (c) =>
      c.json(await publishFlow(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  app.get(
    '/:id/versions',
    describeOperation({
      tag,
      summary: 'The published versions, the newest first',
      answers: { 200: { description: 'Them', schema: z.object({ items: z.array(FlowVersion) }) } },
    }),
    requirePermission('flows.read'),
    validated('param', Id),
    async (c) => c.json({ items: await listFlowVersions(installation, c.req.valid('param')) }),
  )
  app.get(
    '/:id/versions/:version',
    describeOperation({
      tag,
      summary: 'One published version',
      answers: { 200: { description: 'It', schema: FlowVersionWithDefinition } },
    }),
    requirePermission('flows.read'),
    validated('param', Version),
    async (c) => c.json(await getFlowVersion(installation, c.req.valid('param'))),
  )
  app.post(
    '/:id/versions/:version/restore',
    describeOperation({
      tag,
      summary: 'Make an earlier version the draft',
      answers: { 200: { description: 'The flow', schema: FlowWithDraft } },
    }),
    requirePermission('flows.write'),
    validated('param', Version),
    async (c) => c.json(await restoreFlowVersion(contextFrom(installation, c), c.req.valid('param'))),
  )
  app.get(
    '/:id/activity',
    describeOperation({
      tag,
      summary: 'How many came to each state, are in it and ended in it',
      answers: { 200: { description: 'The counts', schema: FlowActivity } },
    }),
    requirePermission('flows.read'),
    validated('param', Id),
    validated('query', ActivityQuery),
    async (c) => {
      const flow = await getFlow(installation, c.req.valid('param'))
      const { version, days } = c.req.valid('query')
      const since = new Date(installation.clock.now().getTime() - days * day)
      return c.json(
        await getFlowActivity(installation, { id: flow.id, version: version ?? flow.publishedVersion ?? 0, since }),
      )
    },
  )
  return app
}
