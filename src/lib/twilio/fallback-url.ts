import type { Config } from '@/config'
import { webhookUrl } from './webhook-url'

/** Whom Twilio asks when an address of ours for calls fails: one elsewhere that answers though we are all down, if there is one, else one of ours. */
export function fallbackUrl(config: { publicOrigin: string; twilio: Pick<Config['twilio'], 'voiceFallbackUrl'> }) {
  return config.twilio.voiceFallbackUrl ?? webhookUrl(config, '/api/twilio/webhooks/voice/fallback')
}
