import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListCallsQuery } from '@/shared/schemas/call'

/**
 * Calls, newest first. Without a filter the list walks twilio_call_logs_newest; active calls, a status or a number have an index of their
 * own. Legs are left out on the way: a call has few, so the walk is little longer than the page.
 */
export async function listCalls(ctx: Pick<CoreContext, 'database'>, query: ListCallsQuery) {
  const syncCursor = await currentCursor(ctx)
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions: string[] = []
  if (query.cursor) {
    const { at, id } = decodeCursor(query.cursor)
    conditions.push(`(call.started_at, call.id) < (${parameter(at)}, ${parameter(id)})`)
  }
  if (query.active !== undefined) conditions.push(query.active ? 'call.ended_at is null' : 'call.ended_at is not null')
  // A browser of ours is a leg even where nobody could be called for it.
  if (query.legs === false) conditions.push("call.parent_call_sid is null and call.from_number not like 'client:%'")
  if (query.status) conditions.push(`call.status = ${parameter(query.status)}`)
  if (query.direction) conditions.push(`call.direction = ${parameter(query.direction)}`)
  if (query.missed)
    conditions.push(
      `call.direction = 'inbound' and (call.missed is not null or call.status in ('no-answer', 'busy', 'canceled', 'failed'))`,
    )
  const limit = parameter(query.limit + 1)
  const newest = (condition: string[]) =>
    `select * from twilio_call_logs call ${condition.length > 0 ? `where ${condition.join(' and ')}` : ''}
     order by call.started_at desc, call.id desc limit ${limit}`
  // Either party: two walks of an index each, rather than one of everything.
  const number = query.phoneNumber ? parameter(query.phoneNumber) : null
  const source = number
    ? `(${newest([...conditions, `call.from_number = ${number}`])}) union
       (${newest([...conditions, `call.to_number = ${number}`])})`
    : newest(conditions)
  const result = await ctx.database.pool.query<CallRow>(
    `select ${callColumns} from (${source}) call ${callContactJoin} order by call.started_at desc, call.id desc limit ${limit}`,
    values,
  )
  return { ...pageOfRows(result.rows, query.limit, toCall, (row) => ({ at: row.started_at, id: row.id })), syncCursor }
}
