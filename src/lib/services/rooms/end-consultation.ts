import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { ParticipantStatus } from '@/shared/rooms/participant-status'
import { closeConsultation } from './close-consultation'
import { handOver } from './hand-over'
import { letConsultedGo } from './let-consulted-go'
import { findRoom, partyOf, type Participant, type Room } from './room'

const gone: readonly ParticipantStatus[] = ['complete', 'failed']

/** Whom Twilio does not know by then was never rung: the process died before it asked. */
const unheardOfMilliseconds = 60_000

/**
 * A consultation is over when the third person is gone (they did not answer, left, or were never rung), or when our person has left them with the other
 * party, who is then handed over to them. Whoever waited is taken off hold. Gives the room as it stands then.
 */
export async function endConsultation(ctx: CoreContext, room: Room): Promise<Room> {
  const now = ctx.clock.now()
  if (!isOver(room, now)) return room
  return ctx.database.transaction(async (tx) => {
    const locked = await findRoom(tx.client, room.id, { lock: true })
    if (!locked || !isOver(locked, now)) return locked ?? room
    const third = locked.participants.find((one) => one.role === 'consulted' && isStaying(one, now))
    const callSid = partyOf(locked)?.callSid
    if (third && callSid) await handOver(ctx, tx, locked, third)
    const events = await closeConsultation(ctx, tx, { roomId: room.id })
    if (events.length === 0) return locked
    if (third && callSid) {
      await recordAudit(ctx, tx, { action: 'call.hand_over', subject: callSid, details: { to: third.phone } })
    }
    await letConsultedGo(ctx, tx, locked)
    const after = (await findRoom(tx.client, room.id)) ?? locked
    await broadcast(tx.client, now, events)
    return after
  })
}

function isOver({ participants }: Room, now: Date) {
  const consulted = participants.filter(({ role }) => role === 'consulted')
  const hasRecruiter = participants.some((one) => one.role === 'recruiter' && isStaying(one, now))
  return consulted.length > 0 && !(hasRecruiter && consulted.some((one) => isStaying(one, now)))
}

function isStaying({ status, leaves, callSid, createdAt }: Participant, now: Date) {
  const isUnheardOf = callSid === null && now.getTime() - createdAt.getTime() > unheardOfMilliseconds
  return !leaves && !isUnheardOf && !gone.includes(status)
}
