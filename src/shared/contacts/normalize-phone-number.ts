import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

/** A number as somebody wrote it, in E.164; without a country code it is taken as one of `country`. A sentence when it is none. */
export function normalizePhoneNumber(
  written: string,
  country: CountryCode | undefined,
): { phoneNumber: string } | { problem: string } {
  const text = written.trim()
  if (text === '') return { problem: 'There is no phone number.' }
  const parsed = parsePhoneNumberFromString(text.replace(/^00/, '+'), country)
  if (!parsed) return { problem: `“${text}” is not a phone number.` }
  if (!parsed.isValid()) return { problem: `“${text}” is a number that nobody can have.` }
  return parsed.ext ? { problem: `“${text}” has an extension and cannot be texted.` } : { phoneNumber: parsed.number }
}
