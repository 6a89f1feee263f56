import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { failedOperations } from '@/lib/db/schema/operations'
import { toOperation } from '@/lib/services/operations/to-operation'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListOperationsQuery } from '@/shared/schemas/operation'

/** What failed, newest first (failed_operations_newest). */
export async function listOperations(ctx: Pick<CoreContext, 'database'>, query: ListOperationsQuery) {
  const syncCursor = await currentCursor(ctx)
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  const { createdAt, id, kind, settledAt, status } = failedOperations
  const rows = await ctx.database.drizzle
    .select()
    .from(failedOperations)
    .where(
      and(
        query.status ? eq(status, query.status) : undefined,
        query.kind ? eq(kind, query.kind) : undefined,
        query.open === undefined ? undefined : query.open ? isNull(settledAt) : isNotNull(settledAt),
        cursor ? sql`(${createdAt}, ${id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(query.limit + 1)
  return { ...pageOfRows(rows, query.limit, toOperation, (row) => ({ at: row.createdAt, id: row.id })), syncCursor }
}
