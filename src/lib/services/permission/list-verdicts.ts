import { and, desc, eq, sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { permissionVerdicts } from '@/lib/db/schema/permission'
import { toVerdict } from '@/lib/services/permission/to-verdict'
import type { ListVerdictsQuery } from '@/shared/schemas/permission'

/** What was decided, newest first: of all (permission_verdicts_newest), or for one number (permission_verdicts_recipient). */
export async function listVerdicts(ctx: Pick<CoreContext, 'database'>, query: ListVerdictsQuery) {
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  const { at, id, to, verdict, purpose } = permissionVerdicts
  const rows = await ctx.database.drizzle
    .select()
    .from(permissionVerdicts)
    .where(
      and(
        query.phoneNumber ? eq(to, query.phoneNumber) : undefined,
        query.verdict ? eq(verdict, query.verdict) : undefined,
        query.purpose ? eq(purpose, query.purpose) : undefined,
        cursor ? sql`(${at}, ${id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(query.limit + 1)
  return pageOfRows(rows, query.limit, toVerdict, (row) => ({ at: row.at, id: row.id }))
}
