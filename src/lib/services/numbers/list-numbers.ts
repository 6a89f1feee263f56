import { asc, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { toNumber } from '@/lib/services/numbers/to-number'
import { currentCursor } from '@/lib/services/sync/current-cursor'

/** Our numbers, all of them but those given back: a firm has few. */
export async function listNumbers(ctx: Pick<CoreContext, 'config' | 'database'>) {
  const syncCursor = await currentCursor(ctx)
  const rows = await ctx.database.drizzle
    .select()
    .from(phoneNumbers)
    .where(isNull(phoneNumbers.releasedAt))
    .orderBy(asc(phoneNumbers.phoneNumber))
    .limit(1_000)
  return { items: rows.map((row) => toNumber(ctx, row)), nextCursor: null, syncCursor }
}
