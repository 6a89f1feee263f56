/** All that is known of a recipient when permission is asked, from one read (read-evidence.ts). Rules are pure functions over it. */
export type Evidence = {
  optOut: { kind: 'opted_out' | 'opted_in'; recordedAt: Date; words: string | null } | null
  /** The last time they opted out, whatever came after. */
  optedOutAt: Date | null
  /** Words that sound like a refusal, which nobody has judged yet. */
  openRefusal: { at: Date; words: string } | null
  contact: ContactEvidence | null
  /** The newest entry of the consent ledger for what is to go out. */
  consent: { kind: 'granted' | 'revoked'; source: string; occurredAt: Date; recordedAt: Date } | null
  lastTextFromThem: Date | null
  lastCallFromThem: Date | null
  /** When we last spoke, or they last called. */
  lastCall: Date | null
  /** Twilio's line type, such as mobile or landline, when it was looked up. */
  lineType: string | null
  /** Automatic texts and calls of the last seven days that did not answer them, newest first. */
  unprompted: readonly Date[]
}

export type ContactEvidence = {
  timeZone: string | null
  region: string | null
  postalCode: string | null
  country: string | null
}

export const noEvidence: Evidence = {
  optOut: null,
  optedOutAt: null,
  openRefusal: null,
  contact: null,
  consent: null,
  lastTextFromThem: null,
  lastCallFromThem: null,
  lastCall: null,
  lineType: null,
  unprompted: [],
}
