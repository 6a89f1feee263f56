import type { CoreContext } from '@/lib/context'
import { NotFoundError } from '@/shared/errors'
import { answerFlow } from './answer-flow'
import { findExecution } from './find-execution'
import { recallExecution } from './recent-executions'

/**
 * What a caller in a flow hears next, for what Twilio reports of the last verb. Without an execution it is found by the call: TwiML of
 * somebody else's that comes back (FlowEvent=return).
 */
export async function executeFlow(
  ctx: CoreContext,
  input: {
    execution: string | undefined
    step: number | undefined
    callSid: string
    parameters: Readonly<Record<string, string>>
  },
): Promise<string> {
  const { execution: id, step } = input
  const recalled = id === undefined ? undefined : recallExecution(ctx, id)
  const row =
    recalled?.step === step
      ? recalled
      : await findExecution(ctx, id === undefined ? { callSid: input.callSid } : { id })
  if (!row || (row.callSid !== null && row.callSid !== input.callSid))
    throw new NotFoundError('There is no such run of a flow.')
  const reported = { input: 'outcome', outcome: 'reported', parameters: input.parameters } as const
  return answerFlow(ctx, row, reported, step ?? row.step)
}
