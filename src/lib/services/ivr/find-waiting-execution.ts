import type { CoreContext } from '@/lib/context'
import { executionColumns, toExecutionRow, type ExecutionRow, type StoredExecution } from './execution-row'

/** The newest run that texts with this person from this number and is not over; by ivr_executions_waiting. */
export async function findWaitingExecution(
  ctx: Pick<CoreContext, 'database'>,
  text: { from: string; to: string },
): Promise<ExecutionRow | null> {
  const { rows } = await ctx.database.pool.query<StoredExecution>({
    name: 'waiting-execution',
    text: `select ${executionColumns} from ivr_executions execution
           where their_number = $1 and our_number = $2 and status = 'active' and channel = 'message'
           order by started_at desc limit 1`,
    values: [text.from, text.to],
  })
  return rows[0] ? toExecutionRow(rows[0]) : null
}
