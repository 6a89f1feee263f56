import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getConversation } from '@/lib/services/conversations/get-conversation'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Conversation } from '@/shared/schemas/message'

type Read = { id: string; through?: string | undefined }

/**
 * Marks a conversation read up to the text `through`, the newest that was seen, and the mentions in it of whoever reads; a text that came
 * after it stays unread. Without `through` all of it. Reading what is read already changes and announces nothing. NotFoundError when the
 * text is not of this conversation.
 */
export async function markConversationRead(ctx: CoreContext, read: Read): Promise<Conversation> {
  await ctx.database.transaction(async (tx) => {
    const events = [...(await readTexts(ctx, tx, read)), ...(await readMentions(ctx, tx, read.id))]
    await broadcast(tx.client, ctx.clock.now(), events)
  })
  return getConversation(ctx, { id: read.id })
}

/** First the lock, then the count in a statement of its own, which sees what was committed while we waited for the lock. */
async function readTexts(ctx: CoreContext, tx: Transaction, { id, through }: Read): Promise<NewLiveEvent[]> {
  const { rows } = await tx.client.query<{ unread_count: number }>({
    name: 'lock-conversation-unread',
    text: 'select unread_count from conversations where id = $1 and unread_count > 0 for update',
    values: [id],
  })
  const before = rows[0]?.unread_count
  if (before === undefined) return []
  const unreadCount = through === undefined ? 0 : Math.min(before, await countAfter(tx, id, through))
  if (unreadCount === before) return []
  await tx.client.query({
    name: 'mark-conversation-read',
    text: 'update conversations set unread_count = $2 where id = $1',
    values: [id, unreadCount],
  })
  await recordAudit(ctx, tx, { action: 'conversation.read', subject: id, details: { through: through ?? null } })
  return [{ type: 'conversation.read', data: { conversationId: id, unreadCount } }]
}

/** How many texts came in after the one that was seen. Served by twilio_messages_thread. */
async function countAfter(tx: Transaction, conversationId: string, through: string) {
  const { rows } = await tx.client.query<{ count: number }>({
    name: 'texts-after-seen',
    text: `select (select count(*)::int from twilio_messages message
                    where message.conversation_id = $1 and message.direction = 'inbound'
                      and (message.created_at, message.id) > (seen.created_at, seen.id)) as count
             from twilio_messages seen where seen.id = $2 and seen.conversation_id = $1`,
    values: [conversationId, through],
  })
  const counted = rows[0]
  if (!counted) throw new NotFoundError('There is no such text in this conversation.')
  return counted.count
}

/** By conversation_mentions_unread. */
async function readMentions(ctx: CoreContext, tx: Transaction, conversationId: string): Promise<NewLiveEvent[]> {
  if (ctx.actor.type !== 'operator') return []
  const personId = ctx.actor.userId
  const read = await tx.client.query({
    name: 'read-mentions',
    text: `update conversation_mentions set read_at = $3
           where person_id = $1 and conversation_id = $2 and read_at is null`,
    values: [personId, conversationId, ctx.clock.now()],
  })
  return read.rowCount === 0 ? [] : [{ type: 'conversation.mentions_read', data: { conversationId, personId } }]
}
