import type { CoreContext } from '@/lib/context'
import type { ivrFlows } from '@/lib/db/schema/flows'
import { decodeNameCursor, encodeNameCursor } from '@/lib/services/contacts/name-cursor'
import { toFlow } from '@/lib/services/ivr/to-flow'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { PageQuery } from '@/shared/schemas/page'

type Row = typeof ivrFlows.$inferSelect & { sortName: string }

/** Flows by name (ivr_flows_by_name), without their drafts. */
export async function listFlows(ctx: Pick<CoreContext, 'database'>, query: PageQuery) {
  const syncCursor = await currentCursor(ctx)
  const after = query.cursor === undefined ? null : decodeNameCursor(query.cursor)
  const result = await ctx.database.pool.query<Row>({
    name: 'list-flows',
    text: `select id, name, flow_sid as "flowSid", draft_revision as "draftRevision", draft_saved_by as "draftSavedBy",
                  draft_saved_at as "draftSavedAt", published_version as "publishedVersion", created_at as "createdAt", lower(name) as "sortName"
           from ivr_flows
           where archived_at is null and ($1::text is null or (lower(name), id) > ($1, $2::uuid))
           order by lower(name), id limit $3`,
    values: [after?.name ?? null, after?.id ?? null, query.limit + 1],
  })
  const kept = result.rows.slice(0, query.limit)
  const last = kept.at(-1)
  return {
    items: kept.map((row) => toFlow(row)),
    nextCursor: result.rows.length > query.limit && last ? encodeNameCursor(last.sortName, last.id) : null,
    syncCursor,
  }
}
