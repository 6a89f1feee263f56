import type { CoreContext } from '@/lib/context'
import type { phoneNumbers } from '@/lib/db/schema/numbers'
import { answerSettings } from '@/lib/services/calls/answer-settings'
import type { OurNumber } from '@/shared/schemas/number'

/** A row of twilio_phone_numbers as lists and answers show it: the settings a caller meets, so that saving what is shown changes nothing. */
export function toNumber(ctx: Pick<CoreContext, 'config'>, row: typeof phoneNumbers.$inferSelect): OurNumber {
  return {
    id: row.id,
    phoneNumber: row.phoneNumber,
    phoneNumberSid: row.phoneNumberSid,
    friendlyName: row.friendlyName,
    capabilities: row.capabilities,
    answer: answerSettings(ctx.config, row.answer),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    problems: row.problems ?? [],
  }
}
