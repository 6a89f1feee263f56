import type { CoreContext } from '@/lib/context'
import type { ExecutionRow } from './execution-row'

/** Throws while somebody does what the run asked for; the job is tried again. */
export function assertIdle(ctx: Pick<CoreContext, 'clock'>, row: ExecutionRow) {
  if (row.workingUntil !== null && row.workingUntil > ctx.clock.now()) throw new Error('the run is at work')
}
