import type { Config } from '@/config'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { AnswerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { isNumber, ourNumberOf } from './our-number-of'
import { ringQuery, type RingStep } from './ring-step'

/** A phone that is rung; `personId`: whose own it is. */
export type RungPhone = { number: string; personId: string | null }

/** Rings these phones for the other party; when nobody takes the call, Twilio asks for the step `then`. */
export function dialRound(
  config: Config,
  call: CallReport,
  settings: AnswerSettings,
  phones: readonly RungPhone[],
  then: RingStep,
): VoiceStep {
  const ours = ourNumberOf(call)
  return {
    dial: {
      targets: phones.map(({ number, personId }) => ({
        number,
        whisper: webhookUrl(config, '/api/twilio/webhooks/voice/whisper', {
          number: ours,
          ...(personId === null ? {} : { person: personId }),
        }),
      })),
      // The one who is rung sees the caller; a withheld number cannot be shown, and one we called is shown ours.
      callerId: call.direction === 'inbound' && isNumber(call.from) ? undefined : ours,
      ringSeconds: settings.ringSeconds,
      action: webhookUrl(config, '/api/twilio/webhooks/voice/dialed', ringQuery(then)),
      callStatus: webhookUrl(config, '/api/twilio/webhooks/call-status'),
    },
  }
}
