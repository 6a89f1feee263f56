import type { CoreContext } from '@/lib/context'
import { callEvent } from '@/lib/services/calls/call-event'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { partyOf, type Room } from './room'

/**
 * The other party has left the room: nobody waits in it or is consulted any more, whatever report of that was lost. Whose call goes on elsewhere
 * (handed over to a number) is in no room, so that it can be lifted into another.
 */
export async function closeRoom(ctx: CoreContext, room: Room): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<CallRow>({
      name: 'close-room',
      // By twilio_call_logs_room.
      text: `with call as (
               update twilio_call_logs log
                  set held = false, muted = false, consulting = null, updated_at = $3,
                      room_id = case when ended_at is null and call_sid = $2 then null else room_id end
                where room_id = $1 and (held or muted or consulting is not null or (ended_at is null and call_sid = $2))
               returning *)
             select ${callColumns} from call ${callContactJoin}`,
      values: [room.id, partyOf(room)?.callSid ?? null, ctx.clock.now()],
    })
    await broadcast(
      tx.client,
      ctx.clock.now(),
      rows.map((row) => callEvent(toCall(row))),
    )
  })
}
