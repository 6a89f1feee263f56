export type MessageStatus =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'receiving'
  | 'received'
  | 'canceled'
export type MessageDirection = 'inbound' | 'outbound-api' | 'outbound-call' | 'outbound-reply'

export type Message = {
  sid: string
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
}

const terminal: ReadonlySet<MessageStatus> = new Set(['delivered', 'undelivered', 'failed', 'received', 'canceled'])

export function isTerminalMessage(status: MessageStatus): boolean {
  return terminal.has(status)
}
