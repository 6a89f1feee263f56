import type { CoreContext } from '@/lib/context'
import type { Execution } from '@/shared/ivr/execution'
import { executionColumns, toExecutionRow, type ExecutionRow, type StoredExecution } from './execution-row'

/** Writes a run down before its first step; for a call that has one already, that one. */
export async function insertExecution(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  input: { execution: Execution; callSid: string | null; ourNumber: string; theirNumber: string },
): Promise<ExecutionRow> {
  const { execution } = input
  const { rows } = await ctx.database.pool.query<StoredExecution>({
    name: 'insert-execution',
    text: `insert into ivr_executions as execution (id, flow_id, version, channel, call_sid, our_number, their_number, status, state, step,
                                       started_at, updated_at)
           values ($1, $2, $3, $4, $5, $6, $7, 'active', $8, 0, $9, $9)
           on conflict (call_sid) do update set call_sid = excluded.call_sid
           returning ${executionColumns}`,
    values: [
      execution.id,
      execution.flowId,
      execution.version,
      execution.channel,
      input.callSid,
      input.ourNumber,
      input.theirNumber,
      JSON.stringify(execution),
      ctx.clock.now(),
    ],
  })
  const row = rows[0]
  if (!row) throw new Error('the run was not written')
  return toExecutionRow(row)
}
