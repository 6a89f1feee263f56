import { Hono } from 'hono'
import { twilioSignature, type WebhookEnv } from '@/api/middleware/twilio-signature'
import type { Installation } from '@/lib/context'
import { callStatus } from './call-status'
import { conference } from './conference'
import { messageStatus } from './message-status'
import { recording } from './recording'
import { sms } from './sms'
import { transcription } from './transcription'
import { voice } from './voice'

const methods = ['POST', 'GET']

/** What Twilio tells us and asks us: signed, written down, then answered. */
export function webhooks(installation: Installation) {
  const app = new Hono<WebhookEnv>()
  app.use(twilioSignature(installation.config))
  app.on(methods, '/sms', sms(installation))
  app.on(methods, '/message-status', messageStatus(installation))
  app.on(methods, '/call-status', callStatus(installation))
  app.on(methods, '/recording', recording(installation))
  app.on(methods, '/transcription', transcription(installation))
  app.on(methods, '/conference', conference(installation))
  app.route('/voice', voice(installation))
  return app
}
