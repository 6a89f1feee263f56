import type { CoreContext } from '@/lib/context'
import { advanceExecution, OvertakenError } from './advance-execution'
import { executionColumns, toExecutionRow, type StoredExecution } from './execution-row'

const mostAtOnce = 200

/**
 * Runs that nobody replied to in time go on, and so do those whose process ended in the middle of what the flow asked for. By
 * ivr_executions_due.
 */
export async function wakeFlows(ctx: CoreContext): Promise<void> {
  const { rows } = await ctx.database.pool.query<StoredExecution>({
    name: 'due-executions',
    text: `select ${executionColumns} from ivr_executions execution
           where status = 'active' and wake_at <= $1 order by wake_at limit $2`,
    values: [ctx.clock.now(), mostAtOnce],
  })
  for (const row of rows.map(toExecutionRow)) {
    const input = row.pending?.wait === 'message' ? ({ input: 'outcome', outcome: 'timed-out' } as const) : 'redo'
    try {
      await advanceExecution(ctx, row, input)
    } catch (error) {
      // One that went on meanwhile needs no waking.
      if (!(error instanceof OvertakenError))
        ctx.log.error({ err: error, execution: row.id }, 'a flow could not be woken')
    }
  }
}
