import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** '+14155550123' as people write it: '(415) 555-0123' at home, '+44 20 7946 0018' abroad; what is no number stays as it is. */
export function formatPhoneNumber(phoneNumber: string, homeCallingCode = '1') {
  const parsed = parsePhoneNumberFromString(phoneNumber)
  if (!parsed) return phoneNumber
  return parsed.countryCallingCode === homeCallingCode ? parsed.formatNational() : parsed.formatInternational()
}
