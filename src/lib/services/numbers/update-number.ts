import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toNumber } from '@/lib/services/numbers/to-number'
import { assertReadable } from '@/lib/services/templates/assert-readable'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'
import type { OurNumber, UpdateNumberInput } from '@/shared/schemas/number'

/** Changes our name for a number and how its calls are answered; what is not given stays. Twilio's own settings are not touched. */
export async function updateNumber(
  ctx: CoreContext,
  { id, ...input }: UpdateNumberInput & { id: string },
): Promise<OurNumber> {
  if (input.answer?.textBack) assertReadable(input.answer.textBack)
  return ctx.database.transaction(async (tx) => {
    const [present] = await tx.drizzle.select().from(phoneNumbers).where(eq(phoneNumbers.id, id)).for('update')
    if (!present) throw new NotFoundError('There is no such number.')
    const at = ctx.clock.now()
    const [written] = await tx.drizzle
      .update(phoneNumbers)
      .set({
        friendlyName: input.friendlyName ?? present.friendlyName,
        answer: { ...present.answer, ...input.answer },
        updatedAt: at,
      })
      .where(eq(phoneNumbers.id, id))
      .returning()
    if (!written) throw new NotFoundError('There is no such number.')
    const number = toNumber(ctx, written)
    await recordAudit(ctx, tx, { action: 'number.update', subject: number.phoneNumber, details: input })
    await broadcast(tx.client, at, [{ type: 'number.changed', data: { number } }])
    return number
  })
}
