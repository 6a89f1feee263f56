import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { messageColumns, shownMessage, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListMessagesQuery } from '@/shared/schemas/message'

/** `conversationId` narrows the list to one thread. */
export type ListMessages = ListMessagesQuery & { conversationId?: string }

/**
 * Texts, newest first. Walks twilio_messages_newest; a thread walks twilio_messages_thread, and a person's number the thread of each
 * conversation with it (the persons' side: few rows). One of our own numbers is in most rows, so the newest-first walk finds them soon.
 */
export async function listMessages(ctx: Pick<CoreContext, 'database'>, query: ListMessages) {
  const syncCursor = await currentCursor(ctx)
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions = [shownMessage]
  if (query.cursor) {
    const { at, id } = decodeCursor(query.cursor)
    conditions.push(`(message.created_at, message.id) < (${parameter(at)}, ${parameter(id)})`)
  }
  if (query.direction) conditions.push(`message.direction = ${parameter(query.direction)}`)
  if (query.conversationId) conditions.push(`message.conversation_id = ${parameter(query.conversationId)}`)
  const limit = parameter(query.limit + 1)
  const order = `order by message.created_at desc, message.id desc limit ${limit}`
  const newest = (extra: string[]) => {
    const all = [...conditions, ...extra]
    return `select message.* from twilio_messages message where ${all.join(' and ')} ${order}`
  }
  const source = query.phoneNumber ? await partyOf(ctx, query.phoneNumber, parameter, newest) : newest([])
  const result = await ctx.database.pool.query<MessageRow>(
    `select ${messageColumns} from (${source}) message ${order}`,
    values,
  )
  return {
    ...pageOfRows(result.rows, query.limit, toMessage, (row) => ({ at: row.created_at, id: row.id })),
    syncCursor,
  }
}

async function partyOf(
  ctx: Pick<CoreContext, 'database'>,
  phoneNumber: string,
  parameter: (value: unknown) => string,
  newest: (extra: string[]) => string,
) {
  const ours = await ctx.database.pool.query('select from twilio_phone_numbers where phone_number = $1', [phoneNumber])
  const number = parameter(phoneNumber)
  if (ours.rowCount) return newest([`(message.from_number = ${number} or message.to_number = ${number})`])
  return `select thread.* from conversations conversation
          cross join lateral (${newest(['message.conversation_id = conversation.id'])}) thread
          where conversation.their_number = ${number}`
}
