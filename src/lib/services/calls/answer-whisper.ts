import type { Installation } from '@/lib/context'
import { beginRecordingByRule } from '@/lib/services/recordings/begin-recording-by-rule'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { answerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { legOf } from './leg-of'
import { noteTaken } from './note-taken'
import { recordVoice } from './record-voice'

/**
 * What the person who picked up hears before being connected, and the key asked of them: a machine presses none, and its leg is dropped. A call
 * must be connected even when we could not write this down.
 */
export async function answerWhisper(
  ctx: Pick<Installation, 'config' | 'recorder' | 'clock' | 'log' | 'database' | 'jobs'>,
  call: CallReport & { ourNumber: string; personId: string | null; transferred: boolean; raw: string },
) {
  const { raw, ourNumber, personId, transferred, ...report } = call
  const { answer, callerName } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:whisper`,
    kind: 'voice',
    raw,
    call: report,
    answeringNumber: ourNumber,
  }).catch((error: unknown) => {
    ctx.log.error({ err: error, callSid: report.callSid }, 'a leg was connected without being written down')
    return { answer: null, callerName: null }
  })
  const { whisper, whisperNeedsKey } = answerSettings(ctx.config, answer)
  const said = callerName === null ? whisper : `${whisper.replace(/[.!]$/, '')} from ${callerName}.`
  if (!whisperNeedsKey) {
    await noteTaken(ctx, report, { personId, transferred })
    if (report.parentCallSid !== null)
      await beginRecordingByRule(ctx, { callSid: report.parentCallSid, takenBy: legOf(report, personId) })
    return renderVoice([{ say: said }])
  }
  const query = { ...(personId !== null && { person: personId }), ...(transferred && { transferred: 'yes' }) }
  const action = webhookUrl(ctx.config, '/api/twilio/webhooks/voice/taken', query)
  return renderVoice([{ askKey: { say: `${said} Press 1 to take it.`, action } }, { hangUp: true }])
}
