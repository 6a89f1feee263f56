import { execute } from '@/api/twilio/ivr/execute'
import type { SignedWebhook } from '@/lib/auth/verify-webhook'
import type { Installation } from '@/lib/context'
import { messageStatus } from './message-status'
import type { WebhookHandler } from './receive'
import { sms } from './sms'

/** A webhook's handler that knows no HTTP: what was signed and the values of the query in, TwiML out, or null when there is nothing to say. */
export type PlainWebhook = (
  webhook: SignedWebhook,
  query: (name: string) => string | undefined,
) => Promise<string | null>

type BusyWebhook = {
  create: (installation: Installation) => PlainWebhook
  /** Somebody on the line waits for the answer. */
  callerWaits: boolean
}

/** The busiest webhooks, by address. */
export const busyWebhooks: Record<string, BusyWebhook> = {
  '/api/twilio/webhooks/sms': { create: sms, callerWaits: false },
  '/api/twilio/webhooks/message-status': { create: messageStatus, callerWaits: false },
  '/api/twilio/ivr/execute': { create: execute, callerWaits: true },
}

/** The same handler behind the router. */
export function routed(create: (installation: Installation) => PlainWebhook) {
  return (installation: Installation): WebhookHandler => {
    const handle = create(installation)
    return async (webhook, c) => {
      const document = await handle(webhook, (name) => c.req.query(name))
      return document === null ? c.body(null, 204) : c.body(document, 200, { 'Content-Type': 'text/xml' })
    }
  }
}
