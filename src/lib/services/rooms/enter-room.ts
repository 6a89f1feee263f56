import type { Context } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { joinStep } from './join-step'
import { recordTaken } from './record-taken'
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
  if (competes && partyCallSid !== null) await recordTaken(ctx, leg, { partyCallSid, personId })
  return renderVoice([joinStep(ctx.config, place)])
}
