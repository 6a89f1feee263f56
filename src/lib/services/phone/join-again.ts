import type { Context } from '@/lib/context'
import { addParticipant } from '@/lib/services/rooms/open-room'
import { release } from '@/lib/services/rooms/release'
import { findRoom, partyOf, type Room } from '@/lib/services/rooms/room'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { ConflictError, ForbiddenError } from '@/shared/errors'
import type { PhonePlace } from './answer-phone'
import { findOwnPlace, participantOf, type PhoneLeg } from './phone-leg'

/**
 * A phone in a browser comes back into its call after a reload, or a supervisor into anybody's. The leg that the page had before is let go.
 * ConflictError when the call is over, ForbiddenError when the person was never in it.
 */
export async function joinAgain(ctx: Context, leg: PhoneLeg, roomId: string): Promise<PhonePlace> {
  const { id, role } = leg.person
  const joined = await ctx.database.transaction(async (tx) => {
    const already = await findOwnPlace(tx, leg)
    if (already) return { place: already, before: null }
    const room = await findRoom(tx.client, roomId, { lock: true })
    const party = room && partyOf(room)
    const isOver = !party || party.status === 'complete' || party.status === 'failed'
    if (isOver) throw new ConflictError('This call is over. Goodbye.')
    const isOwn = room.participants.some((one) => one.personId === id)
    if (!isOwn && role !== 'supervisor' && role !== 'admin') throw new ForbiddenError('This is somebody else’s call.')
    const participantId = await addParticipant(ctx, tx, { roomId, ...participantOf(leg) })
    await recordAudit(ctx, tx, { action: 'phone.join', subject: party.callSid ?? roomId })
    return { place: { roomId, participantId, callSid: party.callSid }, before: room }
  })
  if (joined.before) await releaseEarlier(ctx, joined.before, id)
  return joined.place
}

/** One browser, one leg: what the page had before it was loaded anew. */
async function releaseEarlier(ctx: Context, room: Room, personId: string) {
  await release(ctx, room, (one) => one.personId === personId && one.phone.startsWith('client:'))
}
