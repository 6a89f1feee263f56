import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { settleCall } from '@/lib/services/calls/settle-call'
import { callCan } from '@/shared/can'
import { ConflictError, UpstreamError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'

/**
 * Hangs up. Twilio is asked; that the call is over is recorded when Twilio says so, so the answer may still show it running. ConflictError
 * when it is over already;
 * an end that we had not heard of is written down then.
 */
export async function endCall(ctx: CoreContext, { callSid }: { callSid: string }): Promise<Call> {
  const call = await getCall(ctx, callSid)
  const possible = callCan.hangUp(call.status)
  if (!possible.possible) throw new ConflictError(possible.reason)
  await ctx.database.transaction((tx) => recordAudit(ctx, tx, { action: 'call.hang_up', subject: callSid }))
  try {
    await ctx.twilio.updateCall(callSid, { status: 'completed' })
  } catch (error) {
    if (error instanceof UpstreamError && error.twilioCode === 21220) {
      // Its end did not reach us: it is written down now, not at the next round.
      await settleCall(ctx, call.id, { end: 'accepted', ...(await ctx.twilio.fetchCall(callSid)) })
      throw new ConflictError('This call is already over.')
    }
    throw error
  }
  return getCall(ctx, callSid)
}
