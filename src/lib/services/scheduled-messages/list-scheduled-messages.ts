import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import {
  scheduledColumns,
  scheduledContactJoin,
  toScheduledMessage,
  type ScheduledRow,
} from '@/lib/services/scheduled-messages/to-scheduled-message'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListScheduledMessagesQuery } from '@/shared/schemas/scheduled-message'

/** What waits, the next first (scheduled_messages_open), or what came of the others, the newest first (scheduled_messages_newest). */
export async function listScheduledMessages(ctx: Pick<CoreContext, 'database'>, query: ListScheduledMessagesQuery) {
  const syncCursor = await currentCursor(ctx)
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const column = query.open ? 'send_at' : 'created_at'
  const open = "later.status in ('scheduled', 'held', 'sending', 'expired')"
  const conditions = [query.open ? open : `not (${open})`]
  if (query.phoneNumber) conditions.push(`later.to_number = ${parameter(query.phoneNumber)}`)
  if (query.cursor) {
    const { at, id } = decodeCursor(query.cursor)
    const sign = query.open ? '>' : '<'
    // A cursor carries milliseconds, which is all that our times have.
    conditions.push(`(later.${column}, later.id) ${sign} (${parameter(at)}::timestamptz, ${parameter(id)}::uuid)`)
  }
  const direction = query.open ? 'asc' : 'desc'
  const result = await ctx.database.pool.query<ScheduledRow>(
    `select ${scheduledColumns} from scheduled_messages as later ${scheduledContactJoin} where ${conditions.join(' and ')}
     order by later.${column} ${direction}, later.id ${direction} limit ${parameter(query.limit + 1)}`,
    values,
  )
  const page = pageOfRows(result.rows, query.limit, toScheduledMessage, (row) => ({ at: row[column], id: row.id }))
  return { ...page, syncCursor }
}
