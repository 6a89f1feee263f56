import type { Context } from '@/lib/context'
import { answerMachine } from '@/lib/services/greetings/answer-machine'
import { startCallFlow } from '@/lib/services/ivr/start-call-flow'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { answerInbound } from './answer-inbound'
import { answerOutbound } from './answer-outbound'
import { answerSettings, type AnswerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { findRecruiter } from './find-recruiter'
import { isNumber, ourNumberOf } from './our-number-of'
import { recordVoice } from './record-voice'

/**
 * What is heard when a call comes in, or when somebody we called answers. The call is written down before Twilio gets the document.
 */
export async function answerCall(
  ctx: Context,
  call: CallReport & { raw: string; parameters: Readonly<Record<string, string>>; flowId?: string | undefined },
) {
  const { raw, parameters, flowId, ...report } = call
  const { answer } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:voice`,
    kind: 'voice',
    raw,
    call: report,
    answeringNumber: ourNumberOf(report),
  })
  const settings = answerSettings(ctx.config, answer)
  const at = ctx.clock.now()
  if (report.direction === 'inbound') {
    const recruiter = await recruiterOf(ctx, report, settings)
    return answerInbound(ctx, { ...report, parameters }, settings, { round: 0, at, recruiter })
  }
  const left = await answerMachine(ctx, report)
  if (left !== null) return left
  if (flowId !== undefined) {
    const document = await startCallFlow(ctx, { flowId, call: report, parameters })
    if (document !== null) return document
    ctx.log.warn({ flowId }, 'a call is answered by a flow that is not published')
  }
  return renderVoice(await answerOutbound(ctx, report, settings, { round: 0, at, recruiter: null }))
}

async function recruiterOf(ctx: Context, { from, to }: CallReport, settings: AnswerSettings) {
  if (!settings.lastRecruiterFirst || !isNumber(from)) return null
  return findRecruiter(ctx, { theirNumber: from, ourNumber: to })
}
