import type { Context, CoreContext } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { ourNumberOf } from '@/lib/services/calls/our-number-of'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { newExecution } from '@/shared/ivr/execution'
import { findExecution } from './find-execution'
import { findPublishedFlow } from './find-published-flow'
import { insertExecution } from './insert-execution'
import { answerFlow } from './answer-flow'

/**
 * Begins the published flow that answers a call and gives what is heard first; null when the flow has no published version. A call has one
 * run, however often Twilio asks: asked again, the same is heard.
 */
export async function startCallFlow(
  ctx: CoreContext & Pick<Context, 'config'>,
  input: { flowId: string; call: CallReport; parameters: Readonly<Record<string, string>> },
): Promise<string | null> {
  const { call } = input
  const present = await findExecution(ctx, { callSid: call.callSid })
  if (present) return answerFlow(ctx, present, { input: 'start' }, 0)
  const flow = await findPublishedFlow(ctx, { flowId: input.flowId })
  if (!flow) return null
  const ourNumber = ourNumberOf(call)
  const theirNumber = call.direction === 'inbound' ? call.from : call.to
  const execution = newExecution({
    id: uuidV7(ctx.clock.now()),
    flowId: flow.flowId,
    version: flow.version,
    channel: 'call',
    address: theirNumber,
    // One we call began by a request of ours, as Studio has it.
    trigger:
      call.direction === 'inbound'
        ? { call: { ...input.parameters } }
        : { call: { ...input.parameters }, request: { to: theirNumber, from: ourNumber } },
  })
  const row = await insertExecution(ctx, { execution, callSid: call.callSid, ourNumber, theirNumber })
  return answerFlow(ctx, row, { input: 'start' }, 0)
}
