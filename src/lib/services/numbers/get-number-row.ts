import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { ConflictError, NotFoundError } from '@/shared/errors'

/** A number of ours that Twilio knows. NotFoundError; ConflictError when Twilio has not told us of it yet. */
export async function getNumberRow(ctx: Pick<CoreContext, 'database'>, id: string) {
  const [row] = await ctx.database.drizzle
    .select()
    .from(phoneNumbers)
    .where(and(eq(phoneNumbers.id, id), isNull(phoneNumbers.releasedAt)))
  if (!row) throw new NotFoundError('There is no such number.')
  const { phoneNumberSid } = row
  if (phoneNumberSid === null) throw new ConflictError('Twilio does not have this number in the account.')
  return { ...row, phoneNumberSid }
}
