import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import type { ListCallRetriesQuery } from '@/shared/schemas/call-retry'
import { callRetryColumns, callRetryJoins, toCallRetry, type CallRetryRow } from './read-call-retries'

/** What is planned, by call_retries_due, or what came of the others, by call_retries_settled. */
export async function listCallRetries(ctx: Pick<CoreContext, 'database'>, query: ListCallRetriesQuery) {
  const { open, limit } = query
  const from = query.cursor ? decodeCursor(query.cursor) : null
  const [column, order, follows] = open ? ['due_at', 'asc', '>'] : ['settled_at', 'desc', '<']
  const { rows } = await ctx.database.pool.query<CallRetryRow>({
    name: `list-call-retries-${open ? 'open' : 'settled'}`,
    text: `select ${callRetryColumns} from call_retries retry ${callRetryJoins}
            where ${open ? `retry.status in ('planned', 'placing')` : 'retry.settled_at is not null'}
              and ($1::text is null or retry.to_number = $1)
              and ($2::timestamptz is null or (retry.${column}, retry.id) ${follows} ($2, $3::uuid))
            order by retry.${column} ${order}, retry.id ${order} limit $4`,
    values: [query.phoneNumber ?? null, from?.at ?? null, from?.id ?? null, limit + 1],
  })
  return pageOfRows(rows, limit, toCallRetry, (row) => ({
    at: open ? row.due_at : (row.settled_at ?? row.created_at),
    id: row.id,
  }))
}
