import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getCallSettings } from '@/lib/services/call-settings/get-call-settings'
import { saveCallSettings } from '@/lib/services/call-settings/save-call-settings'
import { CallSettingsAnswer, SaveCallSettingsInput } from '@/shared/schemas/call-settings'

const tag = 'Calls'

/** When calls are tried again and what they can come to, under /api/twilio/call-settings. */
export function callSettings(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'By which policy calls are tried again, and the list of dispositions',
      answers: { 200: { description: 'They', schema: CallSettingsAnswer } },
    }),
    requirePermission('call_settings.read'),
    async (c) => c.json(await getCallSettings(installation)),
  )
  app.put(
    '/',
    describeOperation({
      tag,
      summary: 'Put other settings in force',
      description: '409: somebody else has changed them since version `basedOn`.',
      answers: { 200: { description: 'They', schema: CallSettingsAnswer } },
    }),
    requirePermission('call_settings.write'),
    validated('json', SaveCallSettingsInput),
    async (c) => c.json(await saveCallSettings(contextFrom(installation, c), c.req.valid('json'))),
  )
  return app
}
