import type { Call } from '../calls/call.ts'
import type { Leg } from '../calls/leg.ts'
import type { Conference } from '../conferences/conference.ts'
import type { Message } from '../messages/message.ts'
import { createMessaging } from '../messages/messaging.ts'
import type { Messaging } from '../messages/messaging.ts'
import type { Queue } from '../queues/queue.ts'
import type { Recording } from '../recordings/recording.ts'
import { createRegistry } from '../registry/registry.ts'
import type { Registry } from '../registry/registry.ts'
import type { LiveTranscription } from '../transcriptions/live-transcription.ts'
import type { Transcription } from '../transcriptions/transcription.ts'
import type { Charge } from '../usage/charge.ts'
import type { WebhookEntry } from '../webhooks/webhook-log.ts'
import type { Notification } from './notify.ts'
import type { Phone } from './phones.ts'
import type { PhoneNumber } from './phone-numbers.ts'
import { defaultSettings } from './settings.ts'
import type { Settings } from './settings.ts'
import { Sounds } from './sounds.ts'

export type Credentials = { accountSid: string; authToken: string }

/** All that a Twilio account knows. Maps keep the order of creation; lists show them newest first. */
export type Account = {
  sid: string
  authToken: string
  friendlyName: string
  createdAt: number
  test: Credentials
  numbers: Map<string, PhoneNumber>
  phones: Map<string, Phone>
  messages: Map<string, Message>
  calls: Map<string, Call>
  /** Calls that are still going on, by their SID. */
  legs: Map<string, Leg>
  recordings: Map<string, Recording>
  conferences: Map<string, Conference>
  queues: Map<string, Queue>
  transcriptions: Map<string, Transcription>
  liveTranscriptions: Map<string, LiveTranscription>
  /** Opt-outs, as `number|recipient`. */
  blocks: Set<string>
  /** When a number last answered another, as `number|recipient`. */
  replyTimes: Map<string, number[]>
  notifications: Notification[]
  webhooks: WebhookEntry[]
  messaging: Messaging
  sounds: Sounds
  registry: Registry
  /** What was used but can no longer be seen: deleted texts and calls, lookups. */
  pastCharges: Charge[]
  settings: Settings
  /** When the next call by REST may be released, if there is a rate. */
  nextCallAt: number
}

export function createAccount(credentials: Credentials, test: Credentials, createdAt: number): Account {
  return {
    sid: credentials.accountSid,
    authToken: credentials.authToken,
    friendlyName: 'Emulated account',
    createdAt,
    test,
    numbers: new Map(),
    phones: new Map(),
    messages: new Map(),
    calls: new Map(),
    legs: new Map(),
    recordings: new Map(),
    conferences: new Map(),
    queues: new Map(),
    transcriptions: new Map(),
    liveTranscriptions: new Map(),
    blocks: new Set(),
    replyTimes: new Map(),
    notifications: [],
    webhooks: [],
    messaging: createMessaging(),
    sounds: new Sounds(),
    registry: createRegistry(),
    pastCharges: [],
    settings: defaultSettings(),
    nextCallAt: 0,
  }
}

/** What is under way ends without a word: no callback, no action, no timer tells of it any more. */
function silence(account: Account): void {
  for (const recording of account.recordings.values()) recording.callback = null
  for (const conference of account.conferences.values()) conference.callback = null
  for (const leg of account.legs.values()) {
    leg.onEnd.length = 0
    leg.call.callback = null
    leg.call.status = 'canceled'
    leg.markEnded('canceled')
  }
}

/** Numbers the account was started with stay, with their settings; everything that happened is forgotten. */
export function emptyAccount(account: Account): void {
  silence(account)
  for (const number of account.numbers.values()) if (number.bought) account.numbers.delete(number.sid)
  account.phones.clear()
  account.messages.clear()
  account.calls.clear()
  account.legs.clear()
  account.recordings.clear()
  account.conferences.clear()
  account.queues.clear()
  account.transcriptions.clear()
  account.liveTranscriptions.clear()
  account.blocks.clear()
  account.replyTimes.clear()
  account.notifications.length = 0
  account.webhooks.length = 0
  account.messaging = createMessaging()
  account.sounds = new Sounds()
  account.registry = createRegistry()
  account.pastCharges = []
  account.settings = defaultSettings()
  account.nextCallAt = 0
}
