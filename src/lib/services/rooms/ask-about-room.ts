import type { CoreContext } from '@/lib/context'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { callEvent } from '@/lib/services/calls/call-event'
import { toCall } from '@/lib/services/calls/to-call'
import type { TwilioConference } from '@/lib/twilio/port'
import { findRoom, type Room } from './room'
import { sendIntoRoom } from './send-into-room'
import { showOnCall } from './show-on-call'

/** Until it is asked once more. */
const againMilliseconds = 30_000
/** One who came in less than this before may not stand in Twilio's list yet. */
const freshMilliseconds = 10_000

/**
 * When Twilio has not told in time what it was asked for in a room (a report may be lost, or the process that was to ask has died), it is asked
 * who is in it, and whoever is still not there though they were lifted is sent again. Nothing when the room is not due.
 */
export async function askAboutRoom(ctx: CoreContext, { roomId }: { roomId: string }): Promise<void> {
  const now = ctx.clock.now()
  const { rowCount } = await ctx.database.pool.query({
    name: 'claim-due-room',
    text: 'update twilio_conferences set expect_at = $2 where id = $1 and expect_at <= $3',
    values: [roomId, new Date(now.getTime() + againMilliseconds), now],
  })
  if (rowCount === 0) return
  const room = await findRoom(ctx.database.pool, roomId)
  if (!room || room.kind !== 'call') return
  const conference = await ctx.twilio.findConference(roomId)
  if (conference) await writeDown(ctx, room, conference)
  const present = new Set(conference?.participants.map(({ callSid }) => callSid))
  for (const { id, callSid, ...one } of room.participants) {
    const isMissing = one.lifted && one.role !== 'party' && one.status === 'connecting' && !one.leaves
    if (!isMissing || callSid === null || present.has(callSid)) continue
    await sendIntoRoom(ctx, { roomId, participantId: id, callSid })
  }
}

/** What Twilio's list says counts as if it had been told; an event that came later than it has the last word. */
async function writeDown(ctx: CoreContext, room: Room, { conferenceSid, participants }: TwilioConference) {
  const now = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    await tx.client.query({
      name: 'found-conference',
      text: `update twilio_conferences set conference_sid = $2, status = 'in-progress', ended_at = null, updated_at = $3,
                    started_at = coalesce(started_at, $3)
              where id = $1`,
      values: [room.id, conferenceSid, now],
    })
    await tx.client.query({
      name: 'found-in-conference',
      text: `update twilio_conference_participants participant
                set joined_at = coalesce(joined_at, $5), muted = found.muted, hold = found.hold, updated_at = $5,
                    status = case when left_at is null then 'connected' else status end
               from unnest($2::text[], $3::boolean[], $4::boolean[]) as found (call_sid, muted, hold)
              where participant.conference_id = $1
                and found.call_sid = coalesce(participant.call_sid, (select call_sid from twilio_call_logs where id = participant.call_id))`,
      values: [
        room.id,
        participants.map(({ callSid }) => callSid),
        participants.map(({ muted }) => muted),
        participants.map(({ hold }) => hold),
        now,
      ],
    })
    await tx.client.query({
      name: 'gone-from-conference',
      text: `update twilio_conference_participants participant set left_at = $3, updated_at = $3, status = 'complete'
              where conference_id = $1 and left_at is null and joined_at <= $4
                and not coalesce(participant.call_sid, (select call_sid from twilio_call_logs where id = participant.call_id)) = any($2)`,
      values: [room.id, participants.map(({ callSid }) => callSid), now, new Date(now.getTime() - freshMilliseconds)],
    })
    const call = await showOnCall(ctx, tx, room.id)
    await broadcast(tx.client, now, call ? [callEvent(toCall(call))] : [])
  })
}
