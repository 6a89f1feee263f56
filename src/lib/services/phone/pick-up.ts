import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCall } from '@/lib/services/calls/find-call'
import { addParticipant } from '@/lib/services/rooms/open-room'
import { recordTaken } from '@/lib/services/rooms/record-taken'
import { release } from '@/lib/services/rooms/release'
import { findRoom, partyOf } from '@/lib/services/rooms/room'
import { takeRoom } from '@/lib/services/rooms/take-room'
import { takenWords } from '@/lib/services/rooms/taken-words'
import { ConflictError, ForbiddenError } from '@/shared/errors'
import type { PhonePlace } from './answer-phone'
import { findOwnPlace, participantOf, type PhoneLeg } from './phone-leg'

/**
 * Takes a call that rings for a person's phone in the browser, from a page to which it did not ring: the one that owned the phone has been
 * closed meanwhile. `callSid`: the caller's, who waits in a room. ConflictError when nobody waits any more or somebody else has it.
 */
export async function pickUp(ctx: Context, leg: PhoneLeg, callSid: string): Promise<PhonePlace> {
  const already = await ctx.database.transaction((tx) => findOwnPlace(tx, leg))
  if (already) return already
  const { roomId } = await getCall(ctx, callSid)
  const room = roomId === null ? null : await findRoom(ctx.database.pool, roomId)
  const rung = room?.participants.find((one) => one.personId === leg.person.id && one.phone === leg.address)
  if (!room || !rung) throw new ForbiddenError('This call does not ring for you. Goodbye.')
  const party = partyOf(room)
  if (!party || party.status === 'complete' || party.status === 'failed')
    throw new ConflictError('The caller has hung up. Goodbye.')
  const { taken } = await takeRoom(ctx, { roomId: room.id, participantId: rung.id })
  if (!taken) throw new ConflictError(takenWords)
  const participantId = await ctx.database.transaction(async (tx) => {
    await recordAudit(ctx, tx, { action: 'phone.pick_up', subject: callSid })
    return addParticipant(ctx, tx, { roomId: room.id, ...participantOf(leg) })
  })
  await recordTaken(
    ctx,
    { callSid: leg.callSid, to: leg.address, at: ctx.clock.now() },
    { partyCallSid: callSid, personId: leg.person.id },
  )
  // The leg that rings where nobody is any more.
  await release(ctx, room, ({ id }) => id === rung.id)
  return { roomId: room.id, participantId, callSid }
}
