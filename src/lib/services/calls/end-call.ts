import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { assertGoesOn } from '@/lib/services/calls/assert-goes-on'
import { callCan } from '@/shared/can'
import { ConflictError } from '@/shared/errors'
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
  await assertGoesOn(ctx, { id: call.id, callSid }, ctx.twilio.updateCall(callSid, { status: 'completed' }))
  return getCall(ctx, callSid)
}
