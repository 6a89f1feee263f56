import { Hono } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { twimlFallback } from '@/api/twiml-fallback'
import type { Installation } from '@/lib/context'
import { callStatus } from './call-status'
import { conference } from './conference'
import { messageStatus } from './message-status'
import { receive, type WebhookHandler } from './receive'
import { recording } from './recording'
import { sms } from './sms'
import { transcription } from './transcription'
import { voice, voiceDialed, voiceRecorded, voiceWhisper } from './voice'

const base = '/api/twilio/webhooks'
const methods = ['POST', 'GET']

/** What Twilio tells us and asks us: signed, written down, then answered. */
export function webhooks(installation: Installation) {
  const app = new Hono<AppEnv>()
  const told = (path: string, handler: WebhookHandler) =>
    app.on(methods, path, receive(installation, `${base}${path}`, handler))
  const asked = (path: string, handler: WebhookHandler) =>
    app.on(methods, path, receive(installation, `${base}${path}`, handler, twimlFallback(installation.log)))

  told('/sms', sms(installation))
  told('/message-status', messageStatus(installation))
  told('/call-status', callStatus(installation))
  told('/recording', recording(installation))
  told('/transcription', transcription(installation))
  told('/conference', conference(installation))
  asked('/voice', voice(installation))
  asked('/voice/whisper', voiceWhisper(installation))
  asked('/voice/dialed', voiceDialed(installation))
  asked('/voice/recorded', voiceRecorded(installation))
  return app
}
