import type { Config } from '@/config'
import type { Context } from '@/lib/context'
import { startCallFlow } from '@/lib/services/ivr/start-call-flow'
import { renderVoice, type VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { answerSettings, type AnswerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { isNumber, ourNumberOf } from './our-number-of'
import { recordVoice } from './record-voice'

/**
 * What is heard when a call comes in, or when somebody we called answers: a greeting and whom we connect, else voicemail. The call is written
 * down before Twilio gets the document.
 */
export async function answerCall(
  ctx: Context,
  call: CallReport & { raw: string; parameters: Readonly<Record<string, string>>; flowId?: string | undefined },
) {
  const { raw, parameters, flowId: wantedFlow, ...report } = call
  const { answer } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:voice`,
    kind: 'voice',
    raw,
    call: report,
    answeringNumber: ourNumberOf(report),
  })
  const settings = answerSettings(ctx.config, answer)
  const flowId = report.direction === 'inbound' ? settings.flowId : (wantedFlow ?? null)
  if (flowId !== null) {
    const document = await startCallFlow(ctx, { flowId, call: report, parameters })
    if (document !== null) return document
    ctx.log.warn({ flowId }, 'a call is answered by a flow that is not published')
  }
  return renderVoice(
    report.direction === 'inbound'
      ? answerInbound(ctx.config, report, settings)
      : answerOutbound(ctx.config, report, settings),
  )
}

/** A caller is never put through to themselves, nor to the number they called: that would ring us again without end. */
function answerInbound(config: Config, call: CallReport, settings: AnswerSettings): VoiceStep[] {
  if (settings.transferTo === null || [call.from, call.to].includes(settings.transferTo))
    return voicemail(config, settings)
  return [{ say: settings.greeting }, dial(config, call, settings, settings.transferTo)]
}

/** Somebody we called has answered: connect them, unless a machine did or nobody is there to connect. */
function answerOutbound(config: Config, call: CallReport, settings: AnswerSettings): VoiceStep[] {
  if (call.answeredBy?.startsWith('machine') || call.answeredBy === 'fax') return [{ hangUp: true }]
  if (settings.transferTo === null || settings.transferTo === call.to) {
    return [
      { say: 'Hello. Nobody is available to talk to you right now. We will call you again. Goodbye.' },
      { hangUp: true },
    ]
  }
  return [{ say: 'Hello. Please hold while we connect you.' }, dial(config, call, settings, settings.transferTo)]
}

function dial(config: Config, call: CallReport, settings: AnswerSettings, number: string): VoiceStep {
  const ours = ourNumberOf(call)
  return {
    dial: {
      number,
      // The one who is rung sees the caller; a withheld number cannot be shown, and one we called is shown ours.
      callerId: call.direction === 'inbound' && isNumber(call.from) ? undefined : ours,
      ringSeconds: settings.ringSeconds,
      action: webhookUrl(config, '/api/twilio/webhooks/voice/dialed'),
      whisper: webhookUrl(config, '/api/twilio/webhooks/voice/whisper', { number: ours }),
      callStatus: webhookUrl(config, '/api/twilio/webhooks/call-status'),
    },
  }
}

/** The voicemail greeting and the tone. */
export function voicemail(config: Config, settings: AnswerSettings): VoiceStep[] {
  return [
    { say: settings.voicemailGreeting },
    {
      record: {
        action: webhookUrl(config, '/api/twilio/webhooks/voice/recorded'),
        recordingStatus: webhookUrl(config, '/api/twilio/webhooks/recording'),
        maximumSeconds: 180,
      },
    },
  ]
}
