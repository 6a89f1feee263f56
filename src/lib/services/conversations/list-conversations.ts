import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { wakeSnoozed } from '@/lib/services/conversations/wake-snoozed'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { ConversationStatus, type ListConversationsQuery } from '@/shared/schemas/conversation'

/** How many of the newest conversations are looked through for a name or number before an index is asked for all that have it. */
const lookThrough = 2_000

/**
 * Conversations, the newest text first: one walk of conversations_inbox (or conversations_assigned) for each status, merged. `q` is part
 * of a contact's name or of a number, however it is written. What many have is found among the newest; what few have, by contacts_search
 * and by reading the numbers from their index (20 ms for 100,000). An index knows the ten minutes of a text (decision 0006): what lies in
 * the same is sorted.
 */
export async function listConversations(
  ctx: Pick<CoreContext, 'database' | 'clock' | 'actor'>,
  query: ListConversationsQuery,
) {
  await wakeSnoozed(ctx)
  const syncCursor = await currentCursor(ctx)
  const { database } = ctx
  const found = await (query.q === undefined
    ? readList(database, query, ctx.actor, null)
    : findByParty(database, query, ctx.actor, query.q))
  return {
    ...pageOfRows(found, query.limit, toConversation, (row) => ({ at: row.last_message_at, id: row.id })),
    syncCursor,
  }
}

async function findByParty(
  database: CoreContext['database'],
  query: ListConversationsQuery,
  actor: CoreContext['actor'],
  q: string,
) {
  const near = await readList(database, query, actor, { q, far: false })
  return near.length > query.limit ? near : readList(database, query, actor, { q, far: true })
}

async function readList(
  database: CoreContext['database'],
  query: ListConversationsQuery,
  actor: CoreContext['actor'],
  party: { q: string; far: boolean } | null,
) {
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions = conditionsOf(query, actor, parameter)
  const match = party && matchOf(party.q, parameter)
  if (party?.far && match) conditions.push(`conversation.their_number in (${match.everywhere})`)
  const limit = parameter(query.limit + 1)
  const order = 'order by conversation.last_message_slot desc, conversation.last_message_at desc, conversation.id desc'
  const walk = (status: string) => `(select conversation.* from conversations conversation
     where ${[`conversation.status = '${status}'`, ...conditions].join(' and ')}
     ${order} limit ${party && !party.far ? lookThrough : limit})`
  const statuses = query.status ? [query.status] : ConversationStatus.options
  const source = `(${statuses.map(walk).join(' union all ')}) conversation`
  const result = await database.pool.query<ConversationRow>(
    `select ${conversationColumns} from ${party && !party.far ? `(select * from ${source} ${order} limit ${lookThrough}) conversation` : source}
     ${conversationContactJoin} ${party && !party.far && match ? `where ${match.here}` : ''}
     ${order} limit ${limit}`,
    values,
  )
  return result.rows
}

function conditionsOf(
  query: ListConversationsQuery,
  actor: CoreContext['actor'],
  parameter: (value: unknown) => string,
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

/** A name or number that has `q` in it: of the row at hand, and of all. */
function matchOf(q: string, parameter: (value: unknown) => string) {
  const digits = q.replaceAll(/[\s()./-]/g, '')
  const name = parameter(`%${escapeLike(q)}%`)
  const here = [`contact.name ilike ${name}`]
  const everywhere = [`select phone_number from contacts where name ilike ${name}`]
  if (/^\+\d{8,15}$/.test(digits)) {
    const number = parameter(digits)
    here.push(`conversation.their_number = ${number}`)
    everywhere.push(`select ${number}`)
  } else if (/^\+?\d+$/.test(digits)) {
    const number = parameter(`%${digits}%`)
    here.push(`conversation.their_number like ${number}`)
    everywhere.push(`select their_number from conversations where their_number like ${number}`)
  }
  return { here: `(${here.join(' or ')})`, everywhere: everywhere.join(' union all ') }
}

function escapeLike(text: string) {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
