import type { phoneNumbers } from '@/lib/db/schema/numbers'
import { NumberAnswer, type OurNumber } from '@/shared/schemas/number'

/** A row of twilio_phone_numbers as lists and answers show it; what was never set has its default. */
export function toNumber(row: typeof phoneNumbers.$inferSelect): OurNumber {
  return {
    id: row.id,
    phoneNumber: row.phoneNumber,
    phoneNumberSid: row.phoneNumberSid,
    friendlyName: row.friendlyName,
    capabilities: row.capabilities,
    answer: NumberAnswer.parse(row.answer),
  }
}
