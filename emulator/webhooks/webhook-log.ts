import type { World } from '../world.ts'

/** Status callbacks: nobody waits for their answers. */
export type CallbackKind =
  | 'call-status'
  | 'message-status'
  | 'recording-status'
  | 'conference-status'
  | 'transcription'
  | 'amd-status'
export type WebhookKind = CallbackKind | 'voice' | 'sms' | 'play' | 'media' | 'debugger'

export type WebhookAnswer = { status: number; contentType: string | null; body: string }

/** One request sent to the app and what came back. */
export type WebhookEntry = {
  id: string
  /** ISO 8601, in clock time. */
  at: string
  kind: WebhookKind
  method: string
  url: string
  parameters: Record<string, string>
  signature: string | null
  attempt: number
  answer: WebhookAnswer | null
  error: string | null
  /** Milliseconds until the answer; null while it is awaited. */
  ms: number | null
}

const kept = 5000
const slack = 1000

export function logWebhook(
  world: World,
  entry: Omit<WebhookEntry, 'id' | 'at' | 'answer' | 'error' | 'ms'>,
): WebhookEntry {
  const { webhooks } = world.account
  const made: WebhookEntry = {
    id: world.newSid('WB'),
    at: world.clock.date().toISOString(),
    ...entry,
    answer: null,
    error: null,
    ms: null,
  }
  webhooks.push(made)
  if (webhooks.length > kept + slack) webhooks.splice(0, webhooks.length - kept)
  world.changes.emit('webhook', made.id)
  return made
}
