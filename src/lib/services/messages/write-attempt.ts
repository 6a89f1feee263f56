import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { attachMedia, resolveAttachments } from '@/lib/services/media/attach-media'
import { assertFreshThread } from '@/lib/services/messages/assert-fresh-thread'
import { messageColumns, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { countSegments } from '@/shared/messages/count-segments'
import { messagePreview } from '@/shared/messages/message-preview'
import { messageStatusRank } from '@/shared/messages/message-status-rank'

export type TextToSend = {
  id: string
  from: string
  to: string
  body: string
  mediaUrls: readonly string[]
  /** The actor who wrote it, when another one sends it. */
  createdBy?: string | undefined
  /** The attempt of the same text that failed before Twilio heard of it, which this one takes the place of. */
  retryOf?: string | undefined
  /** The newest text the sender saw; undefined: nobody asks. */
  lastSeenMessageId?: string | null | undefined
}

/**
 * Writes a text down as `pending` before Twilio is asked, and its thread up to date. Returns the text and its conversation as live events
 * carry them. Throws StaleThreadError when somebody else has answered since the sender looked, InvalidError when its files are more than
 * Twilio takes.
 */
export async function writeAttempt(ctx: CoreContext, tx: Transaction, text: TextToSend) {
  await lockThread(tx, text)
  // Read behind the lock: the texts of a thread then have the order in which they were committed, which the guard relies on.
  const at = ctx.clock.now()
  const media = await resolveAttachments(tx, text)
  const conversation = await tx.client.query<ConversationRow>({
    name: 'conversation-sent-to',
    text: `with conversation as (
             insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction,
                                        last_outbound_by, created_at)
             values ($1, $2, $3, $4, $5, 'outbound', $6, $4)
             on conflict (our_number, their_number) do update
               set last_message_at = greatest(conversations.last_message_at, excluded.last_message_at),
                   last_message_preview = excluded.last_message_preview,
                   last_message_direction = excluded.last_message_direction,
                   last_outbound_by = excluded.last_outbound_by
             returning *)
           select ${conversationColumns} from conversation ${conversationContactJoin}`,
    values: [
      uuidV7(at),
      text.from,
      text.to,
      at,
      messagePreview(text.body, text.mediaUrls.length),
      text.createdBy ?? actorName(ctx.actor),
    ],
  })
  const thread = conversation.rows[0]
  if (!thread) throw new Error('the conversation was not written')
  if (text.lastSeenMessageId !== undefined) {
    await assertFreshThread(ctx, tx, { conversationId: thread.id, lastSeenMessageId: text.lastSeenMessageId })
  }
  const replaced =
    text.retryOf === undefined ? undefined : await replaceAttempt(tx, { by: text.id, id: text.retryOf, at })
  const message = await tx.client.query<MessageRow>({
    name: 'message-attempt',
    text: `with message as (
             insert into twilio_messages (id, conversation_id, direction, status, status_rank, from_number, to_number, messaging_service_sid,
                                          body, num_segments, num_media, media, created_by, attempt, created_at, updated_at)
             values ($1, $2, 'outbound', 'pending', $3, $4, $5, $6, $7, $8, $9, $10, $11, $13, $12, $12)
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
      media.length,
      media.length === 0 ? null : JSON.stringify(media),
      replaced?.created_by ?? text.createdBy ?? actorName(ctx.actor),
      at,
      (replaced?.attempt ?? 0) + 1,
    ],
  })
  const row = message.rows[0]
  if (!row) throw new Error('the text was not written')
  await attachMedia(tx, text.id, media)
  return {
    message: toMessage(row),
    conversation: toConversation(thread),
    ...(replaced && { replaces: replaced.id }),
  }
}

/** By the primary key; an attempt that reached Twilio after all stays as it is. */
async function replaceAttempt(tx: Transaction, { by, id, at }: { by: string; id: string; at: Date }) {
  const { rows } = await tx.client.query<{ id: string; attempt: number; created_by: string | null }>({
    name: 'replace-attempt',
    text: `update twilio_messages set replaced_by = $2, updated_at = $3
            where id = $1 and message_sid is null and status = 'failed' and replaced_by is null
            returning id, attempt, created_by`,
    values: [id, by, at],
  })
  return rows[0]
}

/** Whoever else sends in this conversation waits for us, or we for them. By the unique index on the two numbers. */
async function lockThread(tx: Transaction, { from, to }: TextToSend) {
  await tx.client.query({
    name: 'lock-conversation',
    text: 'select from conversations where our_number = $1 and their_number = $2 for update',
    values: [from, to],
  })
}
