import type { CoreContext } from '@/lib/context'
import { advanceExecution } from './advance-execution'
import { assertIdle } from './assert-idle'
import { findExecution } from './find-execution'

/** The caller of a run is gone: what the flow does after that is done, without anything being said. */
export async function hangUpFlow(ctx: CoreContext, { executionId }: { executionId: string }): Promise<void> {
  const row = await findExecution(ctx, { id: executionId })
  if (!row || row.execution.status === 'ended') return
  assertIdle(ctx, row)
  const hungUp = row.execution.callOver ? 'redo' : ({ input: 'hung-up' } as const)
  await advanceExecution(ctx, row, hungUp)
}
