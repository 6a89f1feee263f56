import type { Config } from '@/config'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { AnswerSettings } from './answer-settings'

/** The voicemail greeting and the tone, or first the choice to be called back. */
export function voicemail(config: Config, settings: AnswerSettings): VoiceStep[] {
  const { voicemailGreeting, callBack } = settings
  const action = webhookUrl(config, '/api/twilio/webhooks/voice/call-back')
  const greeting: VoiceStep = callBack
    ? { askKey: { say: `${voicemailGreeting} Or press 1, and we will call you back.`, action, seconds: 1 } }
    : { say: voicemailGreeting }
  return [
    greeting,
    {
      record: {
        action: webhookUrl(config, '/api/twilio/webhooks/voice/recorded'),
        recordingStatus: webhookUrl(config, '/api/twilio/webhooks/recording'),
        maximumSeconds: 180,
      },
    },
  ]
}
