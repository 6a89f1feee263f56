import type { CoreContext } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { UpstreamError } from '@/shared/errors'
import { joinStep } from './join-step'

/**
 * Has a leg leave its Dial for a room. 'over': it had ended before, which is written down. Any other error is thrown: nothing is known to have
 * changed, the two may talk on, and the room is looked at again.
 */
export async function sendIntoRoom(
  ctx: CoreContext,
  { roomId, participantId, callSid }: { roomId: string; participantId: string; callSid: string },
): Promise<'sent' | 'over'> {
  try {
    await ctx.twilio.updateCall(callSid, { twiml: renderVoice([joinStep(ctx.config, { roomId, participantId })]) })
    return 'sent'
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.twilioCode !== 21220) throw error
    await ctx.database.pool.query({
      name: 'gone-before-room',
      text: 'update twilio_conference_participants set left_at = $2, updated_at = $2 where id = $1 and left_at is null',
      values: [participantId, ctx.clock.now()],
    })
    return 'over'
  }
}
