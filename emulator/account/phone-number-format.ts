import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** Reading a number costs more than all else about a text, and the same few come again and again. */
const read = new Map<string, string | null>()
const mostRead = 10_000

/** E.164, or null if no country has such a number. National numbers are read as North American, as Twilio does. */
export function parseNumber(text: string): string | null {
  const known = read.get(text)
  if (known !== undefined) return known
  const number = parsePhoneNumberFromString(text.trim(), 'US')
  const found = number?.isValid() ? number.number : null
  if (read.size >= mostRead) read.clear()
  read.set(text, found)
  return found
}

export function isE164(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text)
}

/** `(415) 555-0100` for North America, E.164 elsewhere. */
export function formatNumber(text: string): string {
  const number = parsePhoneNumberFromString(text)
  return number?.countryCallingCode === '1' && number.isPossible() ? number.formatNational() : text
}

export function countryOf(text: string): string {
  return parsePhoneNumberFromString(text)?.country ?? ''
}

export function isTollFree(text: string): boolean {
  return /^\+18(00|33|44|55|66|77|88)\d{7}$/.test(text)
}

/** North American numbers do not tell mobile from local, so none of them counts as mobile. */
export function numberType(text: string): 'local' | 'toll-free' | 'mobile' {
  const type = parsePhoneNumberFromString(text)?.getType()
  if (type === 'TOLL_FREE' || isTollFree(text)) return 'toll-free'
  return type === 'MOBILE' ? 'mobile' : 'local'
}
