import { actorName, type Context } from '@/lib/context'
import { liftCall } from '@/lib/services/rooms/lift-call'
import { partyOf } from '@/lib/services/rooms/room'
import { settleRoom } from '@/lib/services/rooms/settle-room'

/**
 * Notes who wants a call recorded and sees to its room: only in a room can the other party be told something while they talk. The recording begins
 * when they are told. ConflictError when nobody talks with them.
 */
export async function askForRecording(ctx: Context, { callSid }: { callSid: string }): Promise<void> {
  const { room } = await liftCall(ctx, { callSid })
  await ctx.database.pool.query({
    name: 'ask-for-recording',
    text: 'update twilio_call_logs set recording_asked_by = $2 where call_sid = $1',
    values: [partyOf(room)?.callSid, actorName(ctx.actor)],
  })
  await settleRoom(ctx, { roomId: room.id })
}
