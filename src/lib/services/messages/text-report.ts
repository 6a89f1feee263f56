import type { PendingMedia } from '@/lib/services/media/to-media'
import type { MessageStatus } from '@/shared/messages/message-status-rank'
import type { Keyword } from '@/shared/opt-outs/classify-keyword'

/** A text that reached one of our numbers. */
export type InboundText = {
  kind: 'inbound'
  messageSid: string
  from: string
  to: string
  body: string
  numSegments: number
  media: PendingMedia[]
  keyword: Keyword | null
  messagingServiceSid: string | null
}

/** What Twilio says has become of a text we sent. */
export type TextStatus = {
  kind: 'status'
  messageSid: string
  status: MessageStatus
  errorCode: number | null
  /** twilio_messages.id of the attempt, from our own callback address: proves that Twilio accepted it and brings its SID. */
  attemptId: string | null
}

/** One webhook about texts: what it says, and as it was sent. */
export type TextReport = (InboundText | TextStatus) & { raw: string; receivedAt: Date }
