import { z } from 'zod'

/** E.164 in shape: + and 7 to 15 digits. Whether a country has such a number is Twilio's to say (21211). */
export const PhoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'Write the number as +, country code and digits, such as +14155550123.')
export type PhoneNumber = z.infer<typeof PhoneNumber>
