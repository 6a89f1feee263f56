import type { CoreContext } from '@/lib/context'
import { legOf } from '@/lib/services/calls/leg-of'
import { partyOf, type Room } from '@/lib/services/rooms/room'
import { beginRecordingByRule } from './begin-recording-by-rule'

/** What is to be recorded of a room, once the other party and one of ours are in it: what somebody asked for, and what the rules want. */
export async function recordRoom(ctx: CoreContext, room: Room): Promise<void> {
  const party = partyOf(room)
  const ours = room.participants.find(({ role, status }) => role !== 'party' && status === 'connected')
  if (!ours || !party?.callSid || party.status !== 'connected') return
  const { callSid } = party
  const { rowCount } = await ctx.database.pool.query({
    name: 'is-recording-asked',
    text: 'select from twilio_call_logs where call_sid = $1 and recording_asked_by is not null',
    values: [callSid],
  })
  const asked = { callSid, roomId: room.id }
  if (rowCount === 1) {
    await ctx.jobs.enqueue(ctx.database, 'record-when-told', asked, { key: `record-when-told:${callSid}`, tries: 4 })
  } else
    await beginRecordingByRule(ctx, { callSid, takenBy: legOf({ to: ours.phone }, ours.personId), roomId: room.id })
}
