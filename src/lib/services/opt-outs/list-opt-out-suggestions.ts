import { and, desc, eq, sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { decodeCursor, pageOfRows } from '@/lib/db/cursor'
import { optOutSuggestions } from '@/lib/db/schema/keywords'
import { toOptOutSuggestion } from '@/lib/services/opt-outs/to-opt-out-suggestion'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListOptOutSuggestionsQuery } from '@/shared/schemas/opt-out-suggestion'

/** Texts that ask in their own words to be left alone, newest first (opt_out_suggestions_newest). */
export async function listOptOutSuggestions(ctx: Pick<CoreContext, 'database'>, query: ListOptOutSuggestionsQuery) {
  const syncCursor = await currentCursor(ctx)
  const cursor = query.cursor ? decodeCursor(query.cursor) : null
  const { conversationId, createdAt, id, phoneNumber, status } = optOutSuggestions
  const rows = await ctx.database.drizzle
    .select()
    .from(optOutSuggestions)
    .where(
      and(
        query.status ? eq(status, query.status) : undefined,
        query.phoneNumber ? eq(phoneNumber, query.phoneNumber) : undefined,
        query.conversationId ? eq(conversationId, query.conversationId) : undefined,
        cursor ? sql`(${createdAt}, ${id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(query.limit + 1)
  return {
    ...pageOfRows(rows, query.limit, toOptOutSuggestion, (row) => ({ at: row.createdAt, id: row.id })),
    syncCursor,
  }
}
