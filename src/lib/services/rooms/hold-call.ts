import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import type { Call } from '@/shared/schemas/call'
import { liftCall } from './lift-call'
import { settleRoom } from './settle-room'
import { want } from './want'

/** The other party hears music, or comes back. Shown when Twilio says so: the answer may still show the call as it was. */
export async function holdCall(ctx: CoreContext, { callSid, hold }: { callSid: string; hold: boolean }): Promise<Call> {
  const { room } = await liftCall(ctx, { callSid })
  await ctx.database.transaction(async (tx) => {
    await want(ctx, tx, { roomId: room.id, role: 'party', hold })
    await recordAudit(ctx, tx, { action: hold ? 'call.hold' : 'call.unhold', subject: callSid })
  })
  await settleRoom(ctx, { roomId: room.id })
  return getCall(ctx, callSid)
}
