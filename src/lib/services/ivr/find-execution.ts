import type { CoreContext } from '@/lib/context'
import { executionColumns, toExecutionRow, type ExecutionRow, type StoredExecution } from './execution-row'

/** A run by its id, or the run of a call by its SID; by the primary key or the unique index. */
export async function findExecution(
  ctx: Pick<CoreContext, 'database'>,
  by: { id: string } | { callSid: string },
): Promise<ExecutionRow | null> {
  const column = 'id' in by ? 'id' : 'call_sid'
  const { rows } = await ctx.database.pool.query<StoredExecution>({
    name: `execution-by-${column}`,
    text: `select ${executionColumns} from ivr_executions execution where execution.${column} = $1`,
    values: ['id' in by ? by.id : by.callSid],
  })
  return rows[0] ? toExecutionRow(rows[0]) : null
}
