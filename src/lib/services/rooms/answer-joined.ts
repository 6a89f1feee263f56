import type { Context } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { recordVoice } from '@/lib/services/calls/record-voice'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { enterRoom } from './enter-room'

type Joined = CallReport & { roomId: string; participantId: string; key: string; raw: string }

/** They have pressed a key: 1 puts them into the room, unless it is a call that another has taken a moment before; any other lets them go. */
export async function answerJoined(
  ctx: Context,
  { raw, roomId, participantId, key, ...report }: Joined,
): Promise<string> {
  await recordVoice(ctx, { eventKey: `${report.callSid}:joined`, kind: 'voice', raw, call: report })
  return key === '1' ? enterRoom(ctx, report, { roomId, participantId }) : renderVoice([{ hangUp: true }])
}
