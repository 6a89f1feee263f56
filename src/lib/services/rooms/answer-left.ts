import type { Context } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { recordVoice } from '@/lib/services/calls/record-voice'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'

/** Whoever has left a room has nothing more to hear. Whom we send elsewhere does not come by here. */
export async function answerLeft(
  ctx: Context,
  { raw, participantId, ...report }: CallReport & { participantId: string; raw: string },
): Promise<string> {
  await recordVoice(ctx, { eventKey: `${report.callSid}:left:${participantId}`, kind: 'voice', raw, call: report })
  return renderVoice([{ hangUp: true }])
}
