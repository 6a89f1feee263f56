import { Hono } from 'hono'
import { twilioSignature, type WebhookEnv } from '@/api/middleware/twilio-signature'
import type { Installation } from '@/lib/context'
import { messageStatus } from './message-status'
import { sms } from './sms'

const methods = ['POST', 'GET']

/** What Twilio tells us and asks us: signed, written down, then answered. */
export function webhooks(installation: Installation) {
  const app = new Hono<WebhookEnv>()
  const signed = twilioSignature(installation.config)
  app.on(methods, '/sms', signed, sms(installation))
  app.on(methods, '/message-status', signed, messageStatus(installation))
  return app
}
