import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import type { ListCallBacksQuery } from '@/shared/schemas/call-back'
import { callBackColumns, callBackJoins, toCallBack, type CallBackRow } from './read-call-backs'

/** Who waits for a call, in the order in which they are to be called, by call_backs_open, or what came of the others, by call_backs_settled. */
export async function listCallBacks(ctx: Pick<CoreContext, 'database'>, { open, limit, cursor }: ListCallBacksQuery) {
  const from = cursor ? decodeCursor(cursor) : null
  const [column, order, follows] = open
    ? ['coalesce(asked.due_at, asked.created_at)', 'asc', '>']
    : ['asked.settled_at', 'desc', '<']
  const { rows } = await ctx.database.pool.query<CallBackRow>({
    name: `list-call-backs-${open ? 'open' : 'settled'}`,
    text: `select ${callBackColumns} from call_backs asked ${callBackJoins}
            where ${open ? `asked.status = 'open'` : 'asked.settled_at is not null'}
              and ($1::timestamptz is null or (${column}, asked.id) ${follows} ($1, $2::uuid))
            order by ${column} ${order}, asked.id ${order} limit $3`,
    values: [from?.at ?? null, from?.id ?? null, limit + 1],
  })
  return pageOfRows(rows, limit, toCallBack, (row) => ({
    at: open ? (row.due_at ?? row.created_at) : (row.settled_at ?? row.created_at),
    id: row.id,
  }))
}
