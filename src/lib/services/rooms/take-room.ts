import type { CoreContext } from '@/lib/context'
import type { Room } from './room'

type Taken = { taken: boolean; competes: boolean; personId: string | null; partyCallSid: string | null }

/**
 * Whether somebody comes into a room: of those who compete for a call the first does. One statement, under the room's row, while they are
 * still rung; then the others stop ringing.
 */
export async function takeRoom(
  ctx: Pick<CoreContext, 'database' | 'clock' | 'jobs'>,
  { roomId, participantId }: { roomId: string; participantId: string },
): Promise<Taken> {
  return ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ competes: boolean; person_id: string | null; party: string | null }>({
      name: 'take-room',
      text: `update twilio_conferences room
                set taken_by = case when participant.competes then participant.id else room.taken_by end,
                    rings_until = case when participant.competes then null else room.rings_until end, updated_at = $3
               from twilio_conference_participants participant
              where room.id = $1 and participant.id = $2 and participant.conference_id = room.id and not participant.leaves
                and (not participant.competes or room.taken_by = participant.id
                     or (room.taken_by is null and room.rings_until > $3))
             returning participant.competes, participant.person_id,
               (select call_sid from twilio_conference_participants where conference_id = $1 and role = 'party' limit 1) as party`,
      values: [roomId, participantId, ctx.clock.now()],
    })
    const [row] = rows
    if (!row) return { taken: false, competes: true, personId: null, partyCallSid: null }
    if (row.competes) await ctx.jobs.enqueue(tx, 'settle-room', { roomId }, { key: `settle-room:${roomId}` })
    return { taken: true, competes: row.competes, personId: row.person_id, partyCallSid: row.party }
  })
}

/** Several were rung, and another of them has it, or it is too late. */
export function isTaken(room: Room, participantId: string, now: Date): boolean {
  const competes = room.participants.some(({ id, competes }) => id === participantId && competes)
  const isOver = room.ringsUntil === null || room.ringsUntil <= now
  return competes && room.takenBy !== participantId && (room.takenBy !== null || isOver)
}
