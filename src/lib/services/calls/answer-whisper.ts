import type { Installation } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { answerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { recordVoice } from './record-voice'

/** What the person who picked up hears before being connected; a call must be connected even when we could not write this down. */
export async function answerWhisper(
  ctx: Pick<Installation, 'config' | 'recorder' | 'clock' | 'log'>,
  call: CallReport & { ourNumber: string; raw: string },
) {
  const { raw, ourNumber, ...report } = call
  const { answer } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:whisper`,
    kind: 'voice',
    raw,
    call: report,
    answeringNumber: ourNumber,
  }).catch((error: unknown) => {
    ctx.log.error({ err: error, callSid: report.callSid }, 'a leg was connected without being written down')
    return { answer: null }
  })
  return renderVoice([{ say: answerSettings(ctx.config, answer).whisper }])
}
