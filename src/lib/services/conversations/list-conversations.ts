import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListConversationsQuery } from '@/shared/schemas/conversation'

/**
 * Conversations, the newest text first (conversations_newest). `q` is part of a contact's name (contacts_search,
 * conversations_their_number) or of a number, however it is written: then all numbers are read, some 60 ms for 50,000.
 */
export async function listConversations(ctx: Pick<CoreContext, 'database'>, query: ListConversationsQuery) {
  const syncCursor = await currentCursor(ctx)
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions: string[] = []
  if (query.cursor) {
    const { at, id } = decodeCursor(query.cursor)
    conditions.push(`(conversation.last_message_at, conversation.id) < (${parameter(at)}, ${parameter(id)})`)
  }
  if (query.unread) conditions.push('conversation.unread_count > 0')
  if (query.q) {
    const digits = query.q.replaceAll(/[\s()./-]/g, '')
    const name = parameter(`%${escapeLike(query.q)}%`)
    const number = /^\+?\d+$/.test(digits) ? ` or conversation.their_number like ${parameter(`%${digits}%`)}` : ''
    conditions.push(
      `(conversation.their_number in (select phone_number from contacts where name ilike ${name})${number})`,
    )
  }
  const result = await ctx.database.pool.query<ConversationRow>(
    `select ${conversationColumns} from conversations conversation ${conversationContactJoin}
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by conversation.last_message_at desc, conversation.id desc limit ${parameter(query.limit + 1)}`,
    values,
  )
  return {
    ...pageOfRows(result.rows, query.limit, toConversation, (row) => ({ at: row.last_message_at, id: row.id })),
    syncCursor,
  }
}

function escapeLike(text: string) {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
