import type { CoreContext } from '@/lib/context'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import type { Conversation } from '@/shared/schemas/message'

/** Conversations by id, by the primary key. */
export async function readConversations(
  { database }: Pick<CoreContext, 'database'>,
  ids: readonly string[],
): Promise<Map<string, Conversation>> {
  const result = await database.pool.query<ConversationRow>({
    name: 'read-conversations',
    text: `select ${conversationColumns} from conversations conversation ${conversationContactJoin}
           where conversation.id = any($1::uuid[])`,
    values: [[...new Set(ids)]],
  })
  return new Map(result.rows.map((row) => [row.id, toConversation(row)]))
}
