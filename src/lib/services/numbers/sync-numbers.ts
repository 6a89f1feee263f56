import { sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { listNumbers } from '@/lib/services/numbers/list-numbers'
import { toNumber } from '@/lib/services/numbers/to-number'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'

/**
 * Brings our list of numbers up to the account's: reads from Twilio, changes nothing there. A name given here is kept; a number that left
 * the account stays in our list, because its calls and texts do.
 */
export async function syncNumbers(ctx: CoreContext) {
  const reported = await ctx.twilio.listNumbers()
  const at = ctx.clock.now()
  if (reported.length > 0) {
    await ctx.database.transaction(async (tx) => {
      const changed = await tx.drizzle
        .insert(phoneNumbers)
        .values(
          reported.map((number) => ({
            id: uuidV7(at),
            phoneNumber: number.phoneNumber,
            phoneNumberSid: number.phoneNumberSid,
            friendlyName: number.friendlyName,
            capabilities: { voice: number.voice, sms: number.sms, mms: number.mms },
            createdAt: at,
            updatedAt: at,
          })),
        )
        .onConflictDoUpdate({
          target: phoneNumbers.phoneNumber,
          set: {
            phoneNumberSid: sql`excluded.phone_number_sid`,
            capabilities: sql`excluded.capabilities`,
            releasedAt: null,
            updatedAt: at,
          },
          setWhere: sql`twilio_phone_numbers.phone_number_sid is distinct from excluded.phone_number_sid
                        or twilio_phone_numbers.capabilities is distinct from excluded.capabilities
                        or twilio_phone_numbers.released_at is not null`,
        })
        .returning()
      if (changed.length === 0) return
      await recordAudit(ctx, tx, { action: 'numbers.sync', details: { changed: changed.length } })
      await broadcast(
        tx.client,
        at,
        changed.map((row) => ({ type: 'number.changed', data: { number: toNumber(ctx, row) } })),
      )
    })
  }
  return listNumbers(ctx)
}
