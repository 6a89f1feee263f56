import { desc, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { recoveries } from '@/lib/db/schema/recoveries'
import { toRecovery } from './to-recovery'

/** What was recovered from Twilio and nobody has dismissed yet, newest first (twilio_recoveries_open). */
export async function listRecoveries(ctx: Pick<CoreContext, 'database'>) {
  const rows = await ctx.database.drizzle
    .select()
    .from(recoveries)
    .where(isNull(recoveries.dismissedAt))
    .orderBy(desc(recoveries.recoveredAt))
    .limit(200)
  return { items: rows.map((row) => toRecovery(row)), nextCursor: null }
}
