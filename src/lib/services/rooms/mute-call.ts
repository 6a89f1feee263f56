import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import type { Call } from '@/shared/schemas/call'
import { liftCall } from './lift-call'
import { settleRoom } from './settle-room'
import { want } from './want'

/** Our person is not heard, or is heard again. Shown when Twilio says so. */
export async function muteCall(
  ctx: CoreContext,
  { callSid, muted }: { callSid: string; muted: boolean },
): Promise<Call> {
  const { room } = await liftCall(ctx, { callSid })
  await ctx.database.transaction(async (tx) => {
    await want(ctx, tx, { roomId: room.id, role: 'recruiter', muted })
    await recordAudit(ctx, tx, { action: muted ? 'call.mute' : 'call.unmute', subject: callSid })
  })
  await settleRoom(ctx, { roomId: room.id })
  return getCall(ctx, callSid)
}
