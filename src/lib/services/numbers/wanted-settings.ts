import type { NumberSettings, TextService } from '@/lib/twilio/port'
import { fallbackUrl } from '@/lib/twilio/fallback-url'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { NumberProblem } from '@/shared/schemas/number'

/** How a number must stand at Twilio for its calls and texts to reach us. */
export function wantedSettings(config: Parameters<typeof fallbackUrl>[0]): NumberSettings {
  return {
    voiceUrl: webhookUrl(config, '/api/twilio/webhooks/voice'),
    voiceMethod: 'POST',
    voiceFallbackUrl: fallbackUrl(config),
    voiceFallbackMethod: 'POST',
    statusCallback: webhookUrl(config, '/api/twilio/webhooks/call-status'),
    statusCallbackMethod: 'POST',
    smsUrl: webhookUrl(config, '/api/twilio/webhooks/sms'),
    smsMethod: 'POST',
    smsFallbackUrl: webhookUrl(config, '/api/twilio/webhooks/sms/fallback'),
    smsFallbackMethod: 'POST',
    voiceApplicationSid: '',
    smsApplicationSid: '',
    trunkSid: '',
  }
}

/** What of it does not stand so. An application or a trunk makes Twilio pass over the addresses beside it. */
export function problemsOf(found: NumberSettings, wanted: NumberSettings): NumberProblem[] {
  return [
    ...address('voice', found.voiceUrl, found.voiceMethod, wanted.voiceUrl),
    ...address('voice_fallback', found.voiceFallbackUrl, found.voiceFallbackMethod, wanted.voiceFallbackUrl),
    ...address('status', found.statusCallback, found.statusCallbackMethod, wanted.statusCallback),
    ...address('texts', found.smsUrl, found.smsMethod, wanted.smsUrl),
    ...address('texts_fallback', found.smsFallbackUrl, found.smsFallbackMethod, wanted.smsFallbackUrl),
    ...override('voice_application', found.voiceApplicationSid),
    ...override('texts_application', found.smsApplicationSid),
    ...override('trunk', found.trunkSid),
  ]
}

/** A messaging service that brings the number's texts elsewhere, whatever its own address says. */
export function serviceProblems(
  phoneNumberSid: string,
  services: readonly TextService[],
  { smsUrl }: Pick<NumberSettings, 'smsUrl'>,
): NumberProblem[] {
  return services
    .filter(({ phoneNumberSids }) => phoneNumberSids.includes(phoneNumberSid))
    .filter(({ url, method }) => withoutFragment(url) !== withoutFragment(smsUrl) || method !== 'POST')
    .map(({ serviceSid }) => ({ setting: 'messaging_service', kind: 'overridden', found: serviceSid, wanted: '' }))
}

function address(setting: NumberProblem['setting'], url: string, method: string, want: string): NumberProblem[] {
  const isElsewhere = withoutFragment(url) !== withoutFragment(want) || method !== 'POST'
  if (!isElsewhere && url === want) return []
  const found = method === 'POST' || url === '' ? url : `${method} ${url}`
  return [{ setting, kind: isElsewhere ? 'elsewhere' : 'retries', found, wanted: want }]
}

function override(setting: NumberProblem['setting'], sid: string): NumberProblem[] {
  return sid === '' ? [] : [{ setting, kind: 'overridden', found: sid, wanted: '' }]
}

function withoutFragment(url: string) {
  return url.split('#', 1)[0]
}
