import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'
import { closeConsultation } from './close-consultation'
import { handOver } from './hand-over'
import type { ParticipantStatus } from '@/shared/rooms/participant-status'
import { findRoom } from './room'
import { settleRoom } from './settle-room'

const coming: readonly ParticipantStatus[] = ['queued', 'connecting', 'ringing']

/**
 * Our person goes; the other party and the third person talk. Not before that one is there, since nobody is handed over to a ringing phone, except
 * when our person hangs up (`hangsUp`): then the other party waits for the third, as with any phone that is hung up.
 */
export async function completeConsultation(
  ctx: CoreContext,
  { callSid, hangsUp = false }: { callSid: string; hangsUp?: boolean },
): Promise<Call> {
  const { roomId } = await getCall(ctx, callSid)
  await ctx.database.transaction(async (tx) => {
    const room = roomId === null ? null : await findRoom(tx.client, roomId, { lock: true })
    const third = room?.participants.find(
      ({ role, status, leaves }) =>
        role === 'consulted' && !leaves && (status === 'connected' || (hangsUp && coming.includes(status))),
    )
    if (!room || !third) throw new ConflictError('The person you want to hand over to is not on the line yet.')
    await handOver(ctx, tx, room, third)
    await recordAudit(ctx, tx, { action: 'call.hand_over', subject: callSid, details: { to: third.phone } })
    await broadcast(tx.client, ctx.clock.now(), await closeConsultation(ctx, tx, { roomId: room.id }))
  })
  if (roomId !== null) await settleRoom(ctx, { roomId })
  return getCall(ctx, callSid)
}
