import type { CoreContext } from '@/lib/context'
import { UpstreamError } from '@/shared/errors'
import type { Participant, Room } from './room'

/** Ends the legs of those in a room who are meant; one that is over already is. */
export async function release(ctx: CoreContext, room: Room, isMeant: (participant: Participant) => boolean) {
  for (const { callSid } of room.participants.filter((one) => isMeant(one) && one.status !== 'complete')) {
    if (callSid === null) continue
    try {
      await ctx.twilio.updateCall(callSid, { status: 'completed' })
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.twilioCode !== 21220) throw error
    }
  }
}
