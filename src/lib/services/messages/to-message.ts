import { toMedia, type KeptMedia } from '@/lib/services/media/to-media'
import { errorSentence } from '@/lib/twilio/error-sentence'
import type { MessageStatus } from '@/shared/messages/message-status-rank'
import type { Message } from '@/shared/schemas/message'

/** A row of twilio_messages as `messageColumns` selects it. */
export type MessageRow = {
  id: string
  message_sid: string | null
  conversation_id: string
  direction: 'inbound' | 'outbound'
  status: MessageStatus
  from_number: string
  to_number: string
  body: string
  num_segments: number
  media: KeptMedia[] | null
  keyword: 'STOP' | 'START' | 'HELP' | null
  error_code: number | null
  created_by: string | null
  attempt: number
  created_at: Date
}

/** What a statement that calls the table `message` selects for `toMessage`. */
export const messageColumns = `message.id, message.message_sid, message.conversation_id, message.direction, message.status,
  message.from_number, message.to_number, message.body, message.num_segments, message.media, message.keyword, message.error_code,
  message.created_by, message.attempt, message.created_at`

/** What a list of the table `message` shows: of a text that was tried again the last attempt, and any that reached Twilio after all. */
export const shownMessage = '(message.replaced_by is null or message.message_sid is not null)'

/** A text as lists, answers and live events show it. */
export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    messageSid: row.message_sid,
    conversationId: row.conversation_id,
    direction: row.direction,
    status: row.status,
    from: row.from_number,
    to: row.to_number,
    body: row.body,
    numSegments: row.num_segments,
    media: (row.media ?? []).map(toMedia),
    keyword: row.keyword,
    errorCode: row.error_code,
    errorMessage: messageErrorSentence(row),
    sentBy: row.created_by,
    ...(row.attempt > 1 && { attempts: row.attempt }),
    createdAt: row.created_at.toISOString(),
  }
}

/** Why a text failed or is not settled, as a sentence; null when nothing is wrong. */
export function messageErrorSentence(row: Pick<MessageRow, 'status' | 'error_code' | 'message_sid'>) {
  if (row.error_code !== null) return errorSentence(row.error_code)
  if (row.status === 'unknown')
    return 'Twilio did not confirm this text. It is being checked; do not send it again yet.'
  if (row.status === 'failed' && row.message_sid === null) {
    return 'This text never reached Twilio. You can send it again.'
  }
  return null
}
