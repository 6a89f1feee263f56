import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { ParticipantStatus } from '@/shared/rooms/participant-status'
import { closeConsultation } from './close-consultation'
import { handOver } from './hand-over'
import { findRoom, partyOf, type Participant, type Room } from './room'

const gone: readonly ParticipantStatus[] = ['complete', 'failed']

/**
 * A consultation is over when the third person is gone (they did not answer, or left), or when our person has left them with the other
 * party, who is then handed over to them. Whoever waited is taken off hold. Gives the room as it stands then.
 */
export async function endConsultation(ctx: CoreContext, room: Room): Promise<Room> {
  if (!isOver(room)) return room
  return ctx.database.transaction(async (tx) => {
    const locked = await findRoom(tx.client, room.id, { lock: true })
    if (!locked || !isOver(locked)) return locked ?? room
    const events = await closeConsultation(ctx, tx, { roomId: room.id })
    if (events.length === 0) return locked
    const third = locked.participants.find((one) => one.role === 'consulted' && isStaying(one))
    const callSid = partyOf(locked)?.callSid
    if (third && callSid) {
      await handOver(ctx, tx, locked, third)
      await recordAudit(ctx, tx, { action: 'call.hand_over', subject: callSid, details: { to: third.phone } })
    }
    const after = (await findRoom(tx.client, room.id)) ?? locked
    await broadcast(tx.client, ctx.clock.now(), events)
    return after
  })
}

function isOver({ participants }: Room) {
  const consulted = participants.filter(({ role }) => role === 'consulted')
  const hasRecruiter = participants.some((one) => one.role === 'recruiter' && isStaying(one))
  return consulted.length > 0 && !(hasRecruiter && consulted.some(isStaying))
}

function isStaying({ status, leaves }: Participant) {
  return !leaves && !gone.includes(status)
}
