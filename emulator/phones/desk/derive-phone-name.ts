import type { Phone } from '../api/schemas.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'

/** The name, else the number as it is read. */
export const derivePhoneName = (phone: Phone): string =>
  phone.name === '' ? formatPhoneNumber(phone.phoneNumber) : phone.name
