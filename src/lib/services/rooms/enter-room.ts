import type { Context } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { noteTaken } from '@/lib/services/calls/note-taken'
import { recordVoice } from '@/lib/services/calls/record-voice'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { joinStep } from './join-step'
import { takeRoom } from './take-room'
import { takenWords } from './taken-words'

/** Puts somebody into a room, unless it is a call that another of those who were rung has already. */
export async function enterRoom(
  ctx: Context,
  leg: CallReport,
  place: { roomId: string; participantId: string },
): Promise<string> {
  const { taken, competes, personId, partyCallSid } = await takeRoom(ctx, place)
  if (!taken) return renderVoice([{ say: takenWords }, { hangUp: true }])
  if (competes && partyCallSid !== null) {
    // The caller's call is answered by this: Twilio says so of none that waits in a room.
    await recordVoice(ctx, {
      eventKey: `${leg.callSid}:entered`,
      kind: 'voice',
      raw: '',
      callInProgress: { callSid: partyCallSid, at: leg.at },
    })
    await noteTaken(ctx, { callSid: leg.callSid, parentCallSid: partyCallSid }, personId)
  }
  return renderVoice([joinStep(ctx.config, place)])
}
