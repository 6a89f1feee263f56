const words: Readonly<Record<string, string>> = {
  human: 'A person',
  fax: 'A fax machine',
  machine_start: 'Likely a voicemail',
  machine_end_beep: 'Likely a voicemail, up to its tone',
  machine_end_silence: 'Likely a voicemail, until it was silent',
  machine_end_other: 'Likely a voicemail',
  unknown: 'Twilio could not tell',
}

/** Who or what Twilio heard answer. */
export function answeredByWords(answeredBy: string): string {
  return words[answeredBy] ?? answeredBy.replaceAll('_', ' ')
}

/** A machine took the call: nobody was reached. */
export function isVoicemail(answeredBy: string | null): boolean {
  return answeredBy?.startsWith('machine') === true
}
