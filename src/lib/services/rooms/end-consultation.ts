import type { CoreContext } from '@/lib/context'
import { callEvent } from '@/lib/services/calls/call-event'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { ParticipantStatus } from '@/shared/rooms/participant-status'
import { findRoom, type Room } from './room'

const gone: readonly ParticipantStatus[] = ['complete', 'failed']

/**
 * A consultation is over when the third person is gone (they did not answer, or left), or when our person has left them with the other
 * party: whoever waited is taken off hold. Gives the room as it stands then.
 */
export async function endConsultation(ctx: CoreContext, room: Room): Promise<Room> {
  const consulted = room.participants.filter(({ role }) => role === 'consulted')
  const isConsulting = consulted.some(({ status }) => !gone.includes(status))
  const hasRecruiter = room.participants.some(({ role, status }) => role === 'recruiter' && !gone.includes(status))
  if (consulted.length === 0 || (isConsulting && hasRecruiter)) return room
  return ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<CallRow>({
      name: 'end-consultation',
      text: `with ended as (
               update twilio_call_logs set consulting = null, updated_at = $2
                where room_id = $1 and consulting is not null returning *),
             unheld as (
               update twilio_conference_participants set wants_hold = false, updated_at = $2
                where conference_id = $1 and role = 'party' and exists (select from ended))
             select ${callColumns} from ended call ${callContactJoin}`,
      values: [room.id, ctx.clock.now()],
    })
    if (rows.length === 0) return room
    const after = (await findRoom(tx.client, room.id)) ?? room
    await broadcast(
      tx.client,
      ctx.clock.now(),
      rows.map((row) => callEvent(toCall(row))),
    )
    return after
  })
}
