import type { CoreContext } from '@/lib/context'
import {
  conversationColumns,
  conversationContactJoin,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { decodeCursor } from '@/lib/db/cursor'
import { ConversationStatus, type ListConversationsQuery } from '@/shared/schemas/conversation'

type Parameter = (value: unknown) => string

/** The order of every list. An index knows the ten minutes of a text (decision 0006): what lies in the same is sorted. */
export const newestFirst =
  'order by conversation.last_message_slot desc, conversation.last_message_at desc, conversation.id desc'

/** A page of conversations and one row more: a walk of conversations_inbox (or conversations_assigned) for each status, merged. */
export async function walkConversations(ctx: Pick<CoreContext, 'database' | 'actor'>, query: ListConversationsQuery) {
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const limit = parameter(query.limit + 1)
  const result = await ctx.database.pool.query<ConversationRow>(
    `select ${conversationColumns} from ${newestConversations(ctx, query, parameter, limit)} ${conversationContactJoin}
     ${newestFirst} limit ${limit}`,
    values,
  )
  return result.rows
}

/** The newest conversations that a query wants, as a table called `conversation`: `limit` of each status. */
export function newestConversations(
  ctx: Pick<CoreContext, 'actor'>,
  query: ListConversationsQuery,
  parameter: Parameter,
  limit: string,
) {
  const conditions = conditionsOf(ctx, query, parameter)
  const walks = (query.status ? [query.status] : ConversationStatus.options).map(
    (status) => `(select conversation.* from conversations conversation
                  where ${[`conversation.status = '${status}'`, ...conditions].join(' and ')} ${newestFirst} limit ${limit})`,
  )
  return `(${walks.join(' union all ')}) conversation`
}

/** What a query asks of a conversation besides its status. */
export function conditionsOf(
  { actor }: Pick<CoreContext, 'actor'>,
  query: ListConversationsQuery,
  parameter: Parameter,
): string[] {
  const conditions: string[] = []
  if (query.cursor) {
    const { at, id } = decodeCursor(query.cursor)
    const last = parameter(at)
    conditions.push(
      `conversation.last_message_slot <= ${last}`,
      `(conversation.last_message_at, conversation.id) < (${last}, ${parameter(id)})`,
    )
  }
  if (query.unread) conditions.push('conversation.has_unread')
  if (query.ourNumber) conditions.push(`conversation.our_number = ${parameter(query.ourNumber)}`)
  if (query.assignedTo === 'nobody') conditions.push('conversation.assigned_to is null')
  else if (query.assignedTo !== undefined) {
    const me = actor.type === 'operator' ? actor.userId : ''
    conditions.push(`conversation.assigned_to = ${parameter(query.assignedTo === 'me' ? me : query.assignedTo)}`)
  }
  return conditions
}
