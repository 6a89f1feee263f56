import { Hono, type Context } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { twimlFallback } from '@/api/twiml-fallback'
import type { Installation } from '@/lib/context'
import { routed } from './busy-webhooks'
import { callStatus } from './call-status'
import { conference } from './conference'
import { messageStatus } from './message-status'
import { receive, type WebhookHandler } from './receive'
import { recording } from './recording'
import { noReply, sms } from './sms'
import { transcription } from './transcription'
import {
  voice,
  voiceAnnounceRecording,
  voiceCallBack,
  voiceDialed,
  voiceFallback,
  voiceNotice,
  voiceRecorded,
  voiceTaken,
  voiceWhisper,
} from './voice'
import { voicePhone } from './voice-phone'
import { voiceAlone, voiceJoin, voiceJoined, voiceKeys, voiceLeft, voiceWaiting } from './voice-rooms'

const base = '/api/twilio/webhooks'
const methods = ['POST', 'GET']

type Handlers = Record<string, (installation: Installation) => WebhookHandler>

/** What Twilio tells us. */
const told: Handlers = {
  '/sms': routed(sms),
  '/message-status': routed(messageStatus),
  '/call-status': callStatus,
  '/recording': recording,
  '/transcription': transcription,
  '/conference': conference,
}

/** What Twilio asks us while a caller waits for the answer. */
const asked: Handlers = {
  '/voice': voice,
  '/voice/announce-recording': voiceAnnounceRecording,
  '/voice/fallback': voiceFallback,
  '/voice/whisper': voiceWhisper,
  '/voice/taken': voiceTaken,
  '/voice/dialed': voiceDialed,
  '/voice/recorded': voiceRecorded,
  '/voice/call-back': voiceCallBack,
  '/voice/notice': voiceNotice,
  '/voice/phone': voicePhone,
  '/voice/join': voiceJoin,
  '/voice/joined': voiceJoined,
  '/voice/left': voiceLeft,
  '/voice/alone': voiceAlone,
  '/voice/keys': voiceKeys,
  '/voice/waiting': voiceWaiting,
}

/** What Twilio tells us when /sms has failed: taken if it can be, and if not, fetched from Twilio's list later; answered either way. */
const toldAgain: Handlers = { '/sms/fallback': routed(sms) }

/** By the address of each webhook, without a query. */
export const webhookHandlers = new Map(
  Object.entries({ ...told, ...toldAgain, ...asked }).map(([path, handler]) => [base + path, handler]),
)

function answerNothing(_error: Error, c: Context<AppEnv>) {
  return c.body(noReply, 200, { 'Content-Type': 'text/xml' })
}

/** What Twilio tells us and asks us: signed, written down, then answered. */
export function webhooks(installation: Installation) {
  const app = new Hono<AppEnv>()
  for (const [path, handler] of Object.entries(told)) {
    app.on(methods, path, receive(installation, base + path, handler(installation)))
  }
  for (const [path, handler] of Object.entries(toldAgain)) {
    app.on(methods, path, receive(installation, base + path, handler(installation), answerNothing))
  }
  for (const [path, handler] of Object.entries(asked)) {
    app.on(methods, path, receive(installation, base + path, handler(installation), twimlFallback(installation.log)))
  }
  return app
}
