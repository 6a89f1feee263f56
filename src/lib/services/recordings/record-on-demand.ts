import { actorName, type Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { isOver } from '@/lib/twilio/is-over'
import { callRecordingCan } from '@/shared/can'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import type { StartRecordingInput } from '@/shared/schemas/recording'
import { askForRecording } from './ask-for-recording'
import { findRecordedCall } from './find-recorded-call'
import { getRecordingRules } from './get-recording-rules'
import { recordedLegOf } from './recorded-leg-of'
import { startRecording } from './start-recording'

/**
 * Somebody starts a recording while they talk. The other party has heard that this call is recorded, hears it now (`begun` is false: the recording
 * begins with that), or whoever starts it says that they told them. ConflictError with `needsConfirmation` when none of these is so, and when
 * the call cannot be recorded.
 */
export async function recordOnDemand(
  ctx: Context,
  { callSid, confirmed }: StartRecordingInput & { callSid: string },
): Promise<{ call: Call; begun: boolean }> {
  const call = await getCall(ctx, callSid)
  const possible = callRecordingCan.start(call)
  if (!possible.possible) throw new ConflictError(possible.reason)
  const leg = await recordedLegOf(ctx, call)
  const recorded = leg === null ? null : await findRecordedCall(ctx, { callSid: leg })
  if (leg === null || !recorded) throw new ConflictError('This call is not connected yet.')
  const { notice } = recorded
  const isTold = notice !== null || confirmed
  const { onDemandNotice } = (await getRecordingRules(ctx)).rules
  if (!isTold && onDemandNotice === null) {
    throw new ConflictError('Nobody has told the other party that this call is recorded. Tell them first.', {
      needsConfirmation: true,
    })
  }
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, { action: 'call.record', subject: leg, details: { confirmed, notice } }),
  )
  if (!isTold) await askForRecording(ctx, { callSid })
  else {
    const start = { callSid: leg, startedBy: actorName(ctx.actor), ruleId: null, notice }
    await startRecording(ctx, start).catch(throwIfOver)
  }
  return { call: await getCall(ctx, callSid), begun: isTold }
}

function throwIfOver(error: unknown): never {
  if (isOver(error)) throw new ConflictError('This call is not in progress any more.')
  throw error
}
