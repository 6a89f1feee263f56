import { countryOf } from './phone-number-format.ts'

/** Where a number is; the emulator knows the country only, the rest is empty as it may be at Twilio. */
export function geoParameters(prefix: string, phoneNumber: string): Record<string, string> {
  return {
    [`${prefix}City`]: '',
    [`${prefix}State`]: '',
    [`${prefix}Zip`]: '',
    [`${prefix}Country`]: countryOf(phoneNumber),
  }
}
