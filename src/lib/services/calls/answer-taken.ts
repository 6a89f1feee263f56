import type { Installation } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import type { CallReport } from './call-report'
import { recordVoice } from './record-voice'

/** Whoever picked up has pressed a key: 1 connects them (an empty document does), any other drops their leg. */
export async function answerTaken(
  ctx: Pick<Installation, 'recorder' | 'clock' | 'log'>,
  call: CallReport & { key: string; raw: string },
) {
  const { raw, key, ...report } = call
  await recordVoice(ctx, { eventKey: `${report.callSid}:taken`, kind: 'voice', raw, call: report }).catch(
    (error: unknown) => {
      ctx.log.error({ err: error, callSid: report.callSid }, 'a key was taken without being written down')
    },
  )
  return renderVoice(key === '1' ? [] : [{ hangUp: true }])
}
