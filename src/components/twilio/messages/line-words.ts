/** What Twilio's list asks for one look-up of a line's kind. */
export const lookUpCost = 'about $0.008'

const known: Record<string, string> = {
  mobile: 'Mobile: takes texts and calls.',
  landline: 'Landline: takes calls, no texts.',
  fixedVoip: 'Internet line of a fixed place: usually takes texts.',
  nonFixedVoip: 'Internet line: usually takes texts.',
  tollFree: 'Toll-free number.',
  premium: 'Premium number: dear to call.',
  sharedCost: 'Shared-cost number.',
  voicemail: 'Voicemail only.',
  pager: 'Pager.',
  uan: 'Company-wide number.',
  personal: 'Personal number that is passed on.',
}

/** Twilio's word for a kind of line, as a sentence. */
export function lineWords(lineType: string | null): string {
  if (lineType === null) return 'Nobody has looked it up.'
  return known[lineType] ?? `Twilio calls it ${lineType}.`
}
