import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getNumberRow } from '@/lib/services/numbers/get-number-row'
import { toNumber } from '@/lib/services/numbers/to-number'
import { usesOfNumber } from '@/lib/services/numbers/uses-of-number'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError, InvalidError } from '@/shared/errors'

/**
 * Gives a number back to Twilio, for good. Its calls and texts stay; it can no longer be chosen. ConflictError, unless forced, while
 * something uses it; never our main number.
 */
export async function releaseNumber(
  ctx: CoreContext,
  { id, confirm, force }: { id: string; confirm: string; force: boolean },
): Promise<void> {
  const row = await getNumberRow(ctx, id)
  const { phoneNumber } = row
  if (confirm.replaceAll(/[^+\d]/g, '') !== phoneNumber)
    throw new InvalidError('Write the number itself to confirm that it is to be given back.')
  if (phoneNumber === ctx.config.twilio.phoneNumber)
    throw new ConflictError(
      'This is the main number, which the installation is set up with. It cannot be given back here.',
    )
  const uses = await usesOfNumber(ctx, row)
  if (uses.length > 0 && !force) throw new ConflictError(`The number is still used: ${uses.join(', ')}.`, { uses })
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, { action: 'number.release', subject: phoneNumber, details: { force, uses } }),
  )
  await ctx.twilio.releaseNumber(row.phoneNumberSid)
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    const [written] = await tx.drizzle
      .update(phoneNumbers)
      .set({ releasedAt: at, phoneNumberSid: null, updatedAt: at })
      .where(eq(phoneNumbers.id, id))
      .returning()
    await broadcast(
      tx.client,
      at,
      written ? [{ type: 'number.changed', data: { number: toNumber(ctx, written) } }] : [],
    )
  })
}
