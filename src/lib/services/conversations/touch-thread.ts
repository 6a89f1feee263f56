import type { Transaction } from '@/lib/db/client'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { messagePreview } from '@/shared/messages/message-preview'
import type { Conversation } from '@/shared/schemas/message'

type Newest = { body: string; num_media: number; direction: 'inbound' | 'outbound'; created_at: Date }

/**
 * Brings what a conversation says of its last text up to the texts that are left, inside the transaction that deleted one. One without any
 * text keeps its place in the list. By twilio_messages_thread.
 */
export async function touchThread(tx: Transaction, conversationId: string): Promise<Conversation> {
  const { rows } = await tx.client.query<Newest>({
    name: 'newest-of-thread',
    text: `select body, num_media, direction, created_at from twilio_messages
           where conversation_id = $1 order by created_at desc, id desc limit 1`,
    values: [conversationId],
  })
  const newest = rows[0]
  const result = await tx.client.query<ConversationRow>({
    name: 'touch-thread',
    text: `with conversation as (
             update conversations
             set last_message_at = coalesce($2, last_message_at), last_message_preview = $3,
                 last_message_direction = coalesce($4, last_message_direction),
                 unread_count = least(unread_count, (select count(*) from twilio_messages where conversation_id = $1 and direction = 'inbound')),
                 revision = revision + 1
             where id = $1 returning *)
           select ${conversationColumns} from conversation ${conversationContactJoin}`,
    values: [
      conversationId,
      newest?.created_at ?? null,
      newest ? messagePreview(newest.body, newest.num_media) : '',
      newest?.direction ?? null,
    ],
  })
  const row = result.rows[0]
  if (!row) throw new Error('a text had no conversation')
  return toConversation(row)
}
