import type { CoreContext } from '@/lib/context'
import type { Message } from '@/shared/schemas/message'
import { newExecution } from '@/shared/ivr/execution'
import { advanceExecution } from './advance-execution'
import { findExecution } from './find-execution'
import { findPublishedFlow } from './find-published-flow'
import { insertExecution } from './insert-execution'
import { assertIdle } from './assert-idle'

/** Begins a published flow with a text, once for that text; nothing happens when the flow is not published. */
export async function startTextFlow(
  ctx: CoreContext,
  input: { flowId: string; message: Message; parameters: Record<string, string> },
): Promise<void> {
  const { message } = input
  const flow = await findPublishedFlow(ctx, { flowId: input.flowId })
  if (!flow) return
  const execution = newExecution({
    // The text's own id: a job that runs again finds the run that it began.
    id: message.id,
    flowId: flow.flowId,
    version: flow.version,
    channel: 'message',
    address: message.from,
    trigger: { message: input.parameters },
  })
  const row =
    (await findExecution(ctx, { id: message.id })) ??
    (await insertExecution(ctx, { execution, callSid: null, ourNumber: message.to, theirNumber: message.from }))
  const isNew = row.execution.steps === 0
  assertIdle(ctx, row)
  await advanceExecution(ctx, row, isNew ? { input: 'start' } : 'redo')
}
