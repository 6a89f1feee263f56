import { Hono } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { webhookParameters } from '@/lib/auth/verify-webhook'
import type { Installation } from '@/lib/context'
import type { KeptWebhook } from '@/lib/services/webhooks/kept-webhook'
import { ConflictError } from '@/shared/errors'
import { webhookHandlers } from './webhooks'

/**
 * Runs a webhook's own handler on what was kept of it, at the time it came: its signature was checked then. Throws what the handler throws.
 */
export async function replayWebhook(installation: Installation, webhook: KeptWebhook): Promise<void> {
  const handler = webhookHandlers.get(webhook.route)
  if (!handler) throw new ConflictError('This kind of webhook no longer exists.')
  const handle = handler({ ...installation, clock: { now: () => webhook.receivedAt } })
  const parameters = webhookParameters(webhook.raw, webhook)
  const app = new Hono<AppEnv>()
    .all('*', (c) => handle({ parameters, raw: webhook.raw }, c))
    .onError((error) => {
      throw error
    })
  await app.request(webhook.route + webhook.query)
}
