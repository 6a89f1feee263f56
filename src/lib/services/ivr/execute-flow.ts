import type { CoreContext } from '@/lib/context'
import { NotFoundError } from '@/shared/errors'
import { findPlace } from '@/lib/services/rooms/find-place'
import { joinStep } from '@/lib/services/rooms/join-step'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
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
  // A Dial that ended because the call was lifted into a room: the flow is over for this caller.
  const place = 'DialCallStatus' in input.parameters ? await findPlace(ctx, input) : null
  if (place) return renderVoice([joinStep(ctx.config, place)])
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
