import { PhoneNumber } from '@/shared/schemas/phone-number'
import type { PermissionRule } from '../rule'

/** Only what has the shape of a phone number is handed to Twilio. */
export const numberShape: PermissionRule = ({ request: { to } }) =>
  PhoneNumber.safeParse(to).success
    ? null
    : {
        verdict: 'refused',
        rule: 'number_shape',
        reason: `${to} is not a phone number. Write it as +, country code and digits.`,
      }
