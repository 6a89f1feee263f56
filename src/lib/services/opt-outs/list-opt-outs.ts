import { and, desc, eq, sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { optOuts } from '@/lib/db/schema/opt-outs'
import { toOptOut } from '@/lib/services/opt-outs/to-opt-out'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListOptOutsQuery } from '@/shared/schemas/opt-out'

/** The ledger, newest first: all of it (twilio_opt_outs_at), or one number's (twilio_opt_outs_newest). */
export async function listOptOuts(ctx: Pick<CoreContext, 'database'>, query: ListOptOutsQuery) {
  const syncCursor = await currentCursor(ctx)
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  const rows = await ctx.database.drizzle
    .select()
    .from(optOuts)
    .where(
      and(
        query.phoneNumber ? eq(optOuts.phoneNumber, query.phoneNumber) : undefined,
        cursor
          ? sql`(${optOuts.recordedAt}, ${optOuts.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(optOuts.recordedAt), desc(optOuts.id))
    .limit(query.limit + 1)
  return { ...pageOfRows(rows, query.limit, toOptOut, (row) => ({ at: row.recordedAt, id: row.id })), syncCursor }
}
