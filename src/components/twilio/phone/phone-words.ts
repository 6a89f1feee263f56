import type { PhoneState } from '@/hooks/phone/phone-state'

/** What is wrong with the phone, and what helps. */
export const problemWords: Record<NonNullable<PhoneState['problem']>, string> = {
  'microphone-refused':
    'This browser does not let EVA use the microphone. Allow it in the address bar (the symbol beside the address), then try again.',
  'microphone-missing': 'No microphone was found. Plug one in, or choose another one.',
  'token-refused':
    'The phone could not sign in at Twilio. It tries again by itself; if it stays, tell an administrator.',
  unreachable: 'The phone is not connected. It tries again by itself.',
  'call-failed': 'The call did not come about. Try again.',
  'not-allowed': 'This call may not be placed.',
}

/** Twilio's warnings about the sound of a call, as sentences. https://www.twilio.com/docs/voice/voice-insights/api/call/details-sdk-call-quality-events */
const warningSentences: Record<string, string> = {
  'high-rtt': 'The connection is slow: they hear you late.',
  'low-mos': 'The connection is poor: the sound may break up.',
  'high-jitter': 'The connection is uneven: the sound may break up.',
  'high-packet-loss': 'Parts of the sound are being lost on the way.',
  'high-packets-lost-fraction': 'Parts of the sound are being lost on the way.',
  'low-bytes-received': 'Nothing is being heard from the other side.',
  'low-bytes-sent': 'Nothing is being sent: they cannot hear you.',
  'ice-connectivity-lost': 'The connection was lost. It is being made again.',
  'constant-audio-input-level': 'Your microphone gives no sound. Is it muted, or the wrong one?',
  'constant-audio-output-level': 'No sound is coming from the other side.',
}

/** Each once: two names may say the same to a person. One that Twilio has added since says at least that the sound is poor. */
export function warningsInWords(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => warningSentences[name] ?? 'The sound of this call may be poor.'))]
}
