import type { CoreContext } from '@/lib/context'
import { placeParticipant } from '@/lib/services/rooms/place-participant'
import { findRoom, partyOf, type Participant, type Room } from '@/lib/services/rooms/room'
import { settleRoom } from '@/lib/services/rooms/settle-room'
import { DomainError } from '@/shared/errors'

/**
 * Rings all who are to be rung for the caller in a room, one after the other as Twilio takes them, while nobody has the call and the caller is
 * there. Whoever was rung already is not rung again; one who may not be or cannot be counts as one who did not answer.
 */
export async function ringRoom(ctx: CoreContext, { roomId }: { roomId: string }): Promise<void> {
  const tried = new Set<string>()
  for (;;) {
    const room = await findRoom(ctx.database.pool, roomId)
    const next = room?.participants.find((one) => isToBeRung(one) && !tried.has(one.id))
    if (!room || !next || !goesOn(room)) break
    tried.add(next.id)
    await ring(ctx, room, next)
  }
  await settleRoom(ctx, { roomId })
}

/** No leg yet: neither placed nor given up. */
function isToBeRung({ competes, callSid, status }: Participant) {
  return competes && callSid === null && status === 'queued'
}

function goesOn(room: Room) {
  const party = partyOf(room)
  return room.ringsUntil !== null && room.takenBy === null && party !== undefined && party.status !== 'complete'
}

async function ring(ctx: CoreContext, room: Room, { id, phone, personId }: Participant) {
  const party = partyOf(room)
  if (!room.ring || !party) return
  const isBrowser = phone.startsWith('client:')
  try {
    await placeParticipant(ctx, {
      id,
      roomId: room.id,
      phone,
      personId,
      from: room.ourNumber,
      needsKey: room.ring.needsKey && !isBrowser,
      ringSeconds: room.ring.ringSeconds,
      parentCallSid: party.callSid,
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    ctx.log.warn({ err: error, roomId: room.id }, 'somebody could not be rung for a caller')
  }
}
