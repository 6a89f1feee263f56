import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getRecordingRules } from '@/lib/services/recordings/get-recording-rules'
import { saveRecordingRules } from '@/lib/services/recordings/save-recording-rules'
import { RecordingRulesAnswer, SaveRecordingRulesInput } from '@/shared/schemas/recording-rules'

const tag = 'Recordings'

/** Which calls are recorded by themselves, under /api/twilio/recording-rules. */
export function recordingRules(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'The rules by which calls are recorded',
      description: 'The first that fits decides. Version 0: there are none, and nothing is recorded by itself.',
      answers: { 200: { description: 'They', schema: RecordingRulesAnswer } },
    }),
    requirePermission('recording_rules.read'),
    async (c) => c.json(await getRecordingRules(installation)),
  )
  app.put(
    '/',
    describeOperation({
      tag,
      summary: 'Put other rules in force',
      description: '409: somebody else has changed them since version `basedOn`.',
      answers: { 200: { description: 'They', schema: RecordingRulesAnswer } },
    }),
    requirePermission('recording_rules.write'),
    validated('json', SaveRecordingRulesInput),
    async (c) => c.json(await saveRecordingRules(contextFrom(installation, c), c.req.valid('json'))),
  )
  return app
}
