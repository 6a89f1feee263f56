import type { Installation } from '@/lib/context'
import { beginRecordingByRule } from '@/lib/services/recordings/begin-recording-by-rule'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import type { CallReport } from './call-report'
import { legOf } from './leg-of'
import { noteTaken } from './note-taken'
import { recordVoice } from './record-voice'

/** Whoever picked up has pressed a key: 1 connects them (an empty document does), any other drops their leg. */
export async function answerTaken(
  ctx: Pick<Installation, 'recorder' | 'clock' | 'log' | 'database' | 'jobs'>,
  call: CallReport & { key: string; personId: string | null; transferred: boolean; raw: string },
) {
  const { raw, key, personId, transferred, ...report } = call
  await recordVoice(ctx, { eventKey: `${report.callSid}:taken`, kind: 'voice', raw, call: report }).catch(
    (error: unknown) => {
      ctx.log.error({ err: error, callSid: report.callSid }, 'a key was taken without being written down')
    },
  )
  if (key === '1') {
    await noteTaken(ctx, report, { personId, transferred })
    if (report.parentCallSid !== null)
      await beginRecordingByRule(ctx, { callSid: report.parentCallSid, takenBy: legOf(report, personId) })
  }
  return renderVoice(key === '1' ? [] : [{ hangUp: true }])
}
