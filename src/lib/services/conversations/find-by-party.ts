import type { CoreContext } from '@/lib/context'
import {
  conversationColumns,
  conversationContactJoin,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { conditionsOf, newestConversations, newestFirst } from '@/lib/services/conversations/walk-conversations'
import type { ListConversationsQuery } from '@/shared/schemas/conversation'

type Context = Pick<CoreContext, 'database' | 'actor'>

/** How many of the newest conversations are looked through before an index is asked for all. */
const lookThrough = 1_000

/**
 * Conversations with a person whose name or number has `q` in it. What many have is found among the newest thousand; what few have by
 * contacts_search, or by reading all numbers from their index (15 ms for 100,000). One or two letters are in too many names: only the newest
 * are looked through for them.
 */
export async function findByParty(ctx: Context, query: ListConversationsQuery, q: string): Promise<ConversationRow[]> {
  const digits = q.replaceAll(/[\s()./-]/g, '')
  if (/^\+\d{8,15}$/.test(digits)) return findAmong(ctx, query, digits, (number) => `select ${number}`)
  const isNumber = /^\+?\d+$/.test(digits)
  const near = await findNear(ctx, query, q, isNumber ? digits : null)
  const isTooShort = isNumber ? digits.length < 3 : /^\p{ASCII}{1,2}$/u.test(q)
  if (near.length > query.limit || isTooShort) return near
  return isNumber
    ? findAmong(
        ctx,
        query,
        `%${digits}%`,
        (part) => `select their_number from conversations where their_number like ${part}`,
      )
    : findAmong(
        ctx,
        query,
        `%${escapeLike(q)}%`,
        (part) => `select phone_number from contacts where name ilike ${part}`,
      )
}

/** Of the newest only, in their order, until there are enough. */
async function findNear({ database, actor }: Context, query: ListConversationsQuery, q: string, digits: string | null) {
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const name = `contact.name ilike ${parameter(`%${escapeLike(q)}%`)}`
  const match = digits === null ? name : `(${name} or conversation.their_number like ${parameter(`%${digits}%`)})`
  const newest = newestConversations({ actor }, query, parameter, parameter(lookThrough))
  const result = await database.pool.query<ConversationRow>(
    `select ${conversationColumns} from (select * from ${newest} ${newestFirst} limit ${lookThrough}) conversation
     ${conversationContactJoin} where ${match} ${newestFirst} limit ${parameter(query.limit + 1)}`,
    values,
  )
  return result.rows
}

/** Of all: the conversations of the numbers that `numbers` selects, by the unique index on both numbers. */
async function findAmong(
  { database, actor }: Context,
  query: ListConversationsQuery,
  value: string,
  numbers: (parameter: string) => string,
) {
  const values: unknown[] = []
  const parameter = (given: unknown) => `$${values.push(given)}`
  const conditions = [
    `conversation.their_number = any(array(${numbers(parameter(value))}))`,
    ...(query.status ? [`conversation.status = ${parameter(query.status)}`] : []),
    ...conditionsOf({ actor }, query, parameter),
  ]
  const result = await database.pool.query<ConversationRow>(
    `select ${conversationColumns}
     from (select conversation.* from conversations conversation where ${conditions.join(' and ')}
           ${newestFirst} limit ${parameter(query.limit + 1)}) conversation
     ${conversationContactJoin} ${newestFirst}`,
    values,
  )
  return result.rows
}

function escapeLike(text: string) {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
