export type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'undelivered'
  | 'failed'
  | 'receiving'
  | 'received'
  | 'canceled'
export type MessageDirection = 'inbound' | 'outbound-api' | 'outbound-call' | 'outbound-reply'

export type Message = {
  sid: string
  /** Empty until a Messaging Service has chosen a sender. */
  from: string
  to: string
  body: string
  mediaUrls: string[]
  numSegments: number
  direction: MessageDirection
  status: MessageStatus
  errorCode: number | null
  errorMessage: string | null
  price: string | null
  createdAt: number
  sentAt: number | null
  updatedAt: number
  statusCallback: string | null
  statusCallbackMethod: 'GET' | 'POST'
  messagingServiceSid: string | null
  /** A template of WhatsApp, which may be sent at any time. */
  contentSid: string | null
  /** How long it may wait for its turn. */
  validitySeconds: number
  feedback: { outcome: 'confirmed' | 'unconfirmed'; createdAt: number; updatedAt: number } | null
}

const terminal: ReadonlySet<MessageStatus> = new Set([
  'delivered',
  'read',
  'undelivered',
  'failed',
  'received',
  'canceled',
])

export function isTerminalMessage(status: MessageStatus): boolean {
  return terminal.has(status)
}
