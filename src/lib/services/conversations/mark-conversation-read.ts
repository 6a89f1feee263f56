import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getConversation } from '@/lib/services/conversations/get-conversation'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Conversation } from '@/shared/schemas/message'

/**
 * Sets the unread texts of a conversation to none, for the team, and the mentions in it of whoever reads. Reading what is read already
 * changes and announces nothing.
 */
export async function markConversationRead(ctx: CoreContext, { id }: { id: string }): Promise<Conversation> {
  await ctx.database.transaction(async (tx) => {
    const result = await tx.client.query({
      name: 'mark-conversation-read',
      text: `update conversations set unread_count = 0 where id = $1 and unread_count > 0`,
      values: [id],
    })
    const events = await readMentions(ctx, tx, id)
    if (result.rowCount !== 0) {
      await recordAudit(ctx, tx, { action: 'conversation.read', subject: id })
      events.push({ type: 'conversation.read', data: { conversationId: id } })
    }
    await broadcast(tx.client, ctx.clock.now(), events)
  })
  return getConversation(ctx, { id })
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
