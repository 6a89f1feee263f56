import type { Installation } from '@/lib/context'
import { renderVoice, type VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { voicemail } from './answer-call'
import { answerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { ourNumberOf } from './our-number-of'
import { recordVoice } from './record-voice'

/** What is heard after we rang somebody for the other party: goodbye when they talked, else voicemail (or a word to whom we had called). */
export async function answerDialed(
  ctx: Pick<Installation, 'config' | 'recorder' | 'clock'>,
  call: CallReport & { dialStatus: string; bridged: boolean; raw: string },
) {
  const { raw, dialStatus, bridged, ...report } = call
  const { answer } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:dialed`,
    kind: 'voice',
    raw,
    call: report,
    answeringNumber: ourNumberOf(report),
  })
  return renderVoice(stepsAfter(ctx, report, { dialStatus, bridged }, answer))
}

function stepsAfter(
  ctx: Pick<Installation, 'config'>,
  call: CallReport,
  { dialStatus, bridged }: { dialStatus: string; bridged: boolean },
  answer: unknown,
): VoiceStep[] {
  // A leg that was picked up and not taken is 'completed' too, but nobody talked.
  if (bridged && (dialStatus === 'completed' || dialStatus === 'answered'))
    return [{ say: 'Thank you. Goodbye.' }, { hangUp: true }]
  if (dialStatus === 'canceled') return [{ hangUp: true }]
  if (call.direction === 'inbound') return voicemail(ctx.config, answerSettings(ctx.config, answer))
  return [{ say: 'We could not connect you. We will call you again. Goodbye.' }, { hangUp: true }]
}
