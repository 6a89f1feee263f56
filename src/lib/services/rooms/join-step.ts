import type { Config } from '@/config'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'

/** Puts whoever hears it into a room, as that participant. */
export function joinStep(
  config: Pick<Config, 'publicOrigin'>,
  { roomId, participantId }: { roomId: string; participantId: string },
): VoiceStep {
  return {
    join: {
      room: roomId,
      label: participantId,
      action: webhookUrl(config, '/api/twilio/webhooks/voice/left', { room: roomId, participant: participantId }),
      events: webhookUrl(config, '/api/twilio/webhooks/conference'),
    },
  }
}
