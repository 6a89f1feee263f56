import type { Config } from '@/config'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import type { Destination } from '@/lib/services/ringing/destination'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { AnswerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { isNumber, ourNumberOf } from './our-number-of'
import { ringQuery, type RingStep } from './ring-step'

/** Rings these numbers for the other party; when nobody takes the call, Twilio asks for the step `then`. */
export function dialRound(
  config: Config,
  call: CallReport,
  settings: AnswerSettings,
  destinations: readonly Destination[],
  then: RingStep,
): VoiceStep {
  const ours = ourNumberOf(call)
  return {
    dial: {
      targets: destinations.map(({ to, personId }) => ({
        number: to,
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
