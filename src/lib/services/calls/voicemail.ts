import type { CoreContext } from '@/lib/context'
import { callerGreeting } from '@/lib/services/greetings/caller-greeting'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { AnswerSettings } from './answer-settings'

/** The voicemail greeting, in words or a sound, and the tone; or first the choice to be called back. */
export async function voicemail(
  ctx: Pick<CoreContext, 'config' | 'clock' | 'database' | 'log'>,
  settings: AnswerSettings,
): Promise<VoiceStep[]> {
  const greeting = await callerGreeting(ctx, settings)
  const action = webhookUrl(ctx.config, '/api/twilio/webhooks/voice/call-back')
  const choice =
    'play' in greeting
      ? { ...greeting, say: 'Press 1, and we will call you back.' }
      : { say: `${greeting.say} Or press 1, and we will call you back.` }
  return [
    settings.callBack ? { askKey: { ...choice, action, seconds: 1 } } : greeting,
    {
      record: {
        action: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/recorded'),
        recordingStatus: webhookUrl(ctx.config, '/api/twilio/webhooks/recording'),
        maximumSeconds: 180,
      },
    },
  ]
}
