import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { getAiSettings } from '@/lib/services/suggestions/get-ai-settings'
import { updateAiSettings } from '@/lib/services/suggestions/update-ai-settings'
import { AiSettings, AiSettingsInput } from '@/shared/schemas/suggestion'

const tag = 'AI'

/** What the AI step may do, under /api/twilio/ai-settings. */
export function aiSettings(installation: Installation) {
  const app = new Hono<AppEnv>()
  const answers = { 200: { description: 'The settings', schema: AiSettings } }
  app.get(
    '/',
    describeOperation({ tag, summary: 'What is configured and allowed, and what was used today (UTC)', answers }),
    requirePermission('ai_settings.read'),
    async (c) => c.json(await getAiSettings(installation)),
  )
  app.patch(
    '/',
    describeOperation({ tag, summary: 'Change what is allowed; what is not given stays', answers }),
    requirePermission('ai_settings.write'),
    validated('json', AiSettingsInput),
    async (c) => c.json(await updateAiSettings(contextFrom(installation, c), c.req.valid('json'))),
  )
  return app
}
