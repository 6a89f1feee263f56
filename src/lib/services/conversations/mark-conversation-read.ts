import type { CoreContext } from '@/lib/context'
import { getConversation } from '@/lib/services/conversations/get-conversation'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { Conversation } from '@/shared/schemas/message'

/** Sets the unread texts of a conversation to none. Reading what is read already changes and announces nothing. */
export async function markConversationRead(ctx: CoreContext, { id }: { id: string }): Promise<Conversation> {
  await ctx.database.transaction(async (tx) => {
    const result = await tx.client.query({
      name: 'mark-conversation-read',
      text: `update conversations set unread_count = 0 where id = $1 and unread_count > 0`,
      values: [id],
    })
    if (result.rowCount === 0) return
    await recordAudit(ctx, tx, { action: 'conversation.read', subject: id })
    await broadcast(tx.client, ctx.clock.now(), [{ type: 'conversation.read', data: { conversationId: id } }])
  })
  return getConversation(ctx, { id })
}
