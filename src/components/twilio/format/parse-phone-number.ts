import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** What a person typed or pasted as E.164, or null: '(415) 555-0123' and '+44 20 7946 0018' alike. */
export function parsePhoneNumber(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text.trim(), 'US')
  return parsed?.isPossible() ? parsed.number : null
}
