import type { CoreContext } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { unlessOver } from '@/lib/twilio/unless-over'
import { joinStep } from './join-step'

/**
 * Has a leg leave its Dial for a room. 'over': it had ended before, which is written down. Any other error is thrown: nothing is known to have
 * changed, the two may talk on, and the room is looked at again.
 */
export async function sendIntoRoom(
  ctx: CoreContext,
  { roomId, participantId, callSid }: { roomId: string; participantId: string; callSid: string },
): Promise<'sent' | 'over'> {
  const twiml = renderVoice([joinStep(ctx.config, { roomId, participantId })])
  if ((await unlessOver(ctx.twilio.updateCall(callSid, { twiml }))) === 'done') return 'sent'
  await ctx.database.pool.query({
    name: 'gone-before-room',
    text: 'update twilio_conference_participants set left_at = $2, updated_at = $2 where id = $1 and left_at is null',
    values: [participantId, ctx.clock.now()],
  })
  return 'over'
}
