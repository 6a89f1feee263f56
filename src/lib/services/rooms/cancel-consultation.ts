import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { closeConsultation } from './close-consultation'
import { letConsultedGo } from './let-consulted-go'
import { findRoom } from './room'
import { settleRoom } from './settle-room'

/** The third person goes, or stops ringing; the other party comes back to ours. */
export async function cancelConsultation(ctx: CoreContext, { callSid }: { callSid: string }): Promise<Call> {
  const { roomId } = await getCall(ctx, callSid)
  await ctx.database.transaction(async (tx) => {
    const room = roomId === null ? null : await findRoom(tx.client, roomId, { lock: true })
    const closed = room ? await closeConsultation(ctx, tx, { roomId: room.id }) : []
    if (!room || closed.length === 0) throw new ConflictError('Nobody is being consulted.')
    await letConsultedGo(ctx, tx, room)
    await recordAudit(ctx, tx, { action: 'call.consult_cancel', subject: callSid })
    await broadcast(tx.client, ctx.clock.now(), closed)
  })
  if (roomId !== null) await settleRoom(ctx, { roomId })
  return getCall(ctx, callSid)
}
