import type { CoreContext } from '@/lib/context'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { wakeSnoozed } from '@/lib/services/conversations/wake-snoozed'
import { NotFoundError } from '@/shared/errors'
import type { Conversation } from '@/shared/schemas/message'

/** One conversation; NotFoundError when there is none with this id. */
export async function getConversation(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { id }: { id: string },
): Promise<Conversation> {
  await wakeSnoozed(ctx)
  const result = await ctx.database.pool.query<ConversationRow>({
    name: 'get-conversation',
    text: `select ${conversationColumns} from conversations conversation ${conversationContactJoin} where conversation.id = $1`,
    values: [id],
  })
  const row = result.rows[0]
  if (!row) throw new NotFoundError('There is no such conversation.')
  return toConversation(row)
}
