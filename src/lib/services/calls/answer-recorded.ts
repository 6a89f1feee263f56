import type { Installation } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import type { CallReport } from './call-report'
import { recordVoice } from './record-voice'

/** What is heard after a message was left. */
export async function answerRecorded(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  call: CallReport & { raw: string },
) {
  const { raw, ...report } = call
  await recordVoice(ctx, { eventKey: `${report.callSid}:recorded`, kind: 'voice', raw, call: report })
  return renderVoice([{ say: 'Thank you. Your message was recorded. Goodbye.' }, { hangUp: true }])
}
