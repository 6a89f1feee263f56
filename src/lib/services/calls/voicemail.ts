import type { Config } from '@/config'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { AnswerSettings } from './answer-settings'

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
