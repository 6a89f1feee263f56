import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { messageColumns, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { countSegments } from '@/shared/messages/count-segments'
import { messagePreview } from '@/shared/messages/message-preview'
import { messageStatusRank } from '@/shared/messages/message-status-rank'
import { linkedMedia } from '@/shared/schemas/media'

export type TextToSend = { id: string; from: string; to: string; body: string; mediaUrls: readonly string[] }

/**
 * Writes a text down as `pending` before Twilio is asked, and its thread up to date. Returns the text and its conversation as live events
 * carry them.
 */
export async function writeAttempt(ctx: CoreContext, tx: Transaction, text: TextToSend) {
  const at = ctx.clock.now()
  const conversation = await tx.client.query<ConversationRow>({
    name: 'conversation-sent-to',
    text: `with conversation as (
             insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction, created_at)
             values ($1, $2, $3, $4, $5, 'outbound', $4)
             on conflict (our_number, their_number) do update
               set last_message_at = greatest(conversations.last_message_at, excluded.last_message_at),
                   last_message_preview = excluded.last_message_preview,
                   last_message_direction = excluded.last_message_direction
             returning *)
           select ${conversationColumns} from conversation ${conversationContactJoin}`,
    values: [uuidV7(at), text.from, text.to, at, messagePreview(text.body, text.mediaUrls.length)],
  })
  const thread = conversation.rows[0]
  if (!thread) throw new Error('the conversation was not written')
  const message = await tx.client.query<MessageRow>({
    name: 'message-attempt',
    text: `with message as (
             insert into twilio_messages (id, conversation_id, direction, status, status_rank, from_number, to_number, messaging_service_sid,
                                          body, num_segments, num_media, media, created_by, created_at, updated_at)
             values ($1, $2, 'outbound', 'pending', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
             returning *)
           select ${messageColumns} from message`,
    values: [
      text.id,
      thread.id,
      messageStatusRank.pending,
      text.from,
      text.to,
      ctx.config.twilio.messagingServiceSid,
      text.body,
      countSegments(text.body).segments,
      text.mediaUrls.length,
      text.mediaUrls.length === 0
        ? null
        : JSON.stringify(text.mediaUrls.map((url) => linkedMedia(url, contentTypeOf(url)))),
      actorName(ctx.actor),
      at,
    ],
  })
  const row = message.rows[0]
  if (!row) throw new Error('the text was not written')
  return { message: toMessage(row), conversation: toConversation(thread) }
}

const contentTypes: Record<string, string> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  vcf: 'text/vcard',
  webp: 'image/webp',
}

/** A guess by the address's ending, for showing only; Twilio asks the address itself. */
function contentTypeOf(url: string) {
  const ending = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase()
  return (ending && contentTypes[ending]) ?? 'application/octet-stream'
}
