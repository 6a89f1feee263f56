import type { Phone } from '../api/schemas.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { derivePhoneName } from './derive-phone-name.ts'

/** Why this number cannot be reached from a handset: another handset is reached by a carrier, without Twilio. */
export const explainNoWay = (phoneNumber: string, phones: Phone[]): string | undefined => {
  const phone = phones.find((each) => each.phoneNumber === phoneNumber)
  if (!phone) return undefined
  const name = phone.name === '' ? formatPhoneNumber(phoneNumber) : derivePhoneName(phone)
  return `${name} is a handset too: what two people text or say passes no Twilio. Text or call one of the firm’s numbers.`
}
