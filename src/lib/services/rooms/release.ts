import type { CoreContext } from '@/lib/context'
import { unlessOver } from '@/lib/twilio/unless-over'
import type { Participant, Room } from './room'

/** Ends the legs of those in a room who are meant; one that is over already is. */
export async function release(ctx: CoreContext, room: Room, isMeant: (participant: Participant) => boolean) {
  for (const { callSid } of room.participants.filter((one) => isMeant(one) && one.status !== 'complete')) {
    if (callSid !== null) await unlessOver(ctx.twilio.updateCall(callSid, { status: 'completed' }))
  }
}
