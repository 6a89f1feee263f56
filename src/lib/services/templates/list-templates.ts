import type { CoreContext } from '@/lib/context'
import type { smsTemplates } from '@/lib/db/schema/templates'
import { decodeNameCursor, encodeNameCursor } from '@/lib/services/contacts/name-cursor'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListTemplatesQuery } from '@/shared/schemas/template'
import { toTemplate } from './to-template'

/** Templates in use by name (sms_templates_name). `q` is part of a name or of the words. */
export async function listTemplates(ctx: Pick<CoreContext, 'database'>, query: ListTemplatesQuery) {
  const syncCursor = await currentCursor(ctx)
  const after = query.cursor === undefined ? null : decodeNameCursor(query.cursor)
  const part = query.q === undefined ? null : `%${query.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const result = await ctx.database.pool.query<typeof smsTemplates.$inferSelect>({
    name: 'list-templates',
    text: `select id, name, body, version, created_at as "createdAt", updated_at as "updatedAt", archived_at as "archivedAt"
           from sms_templates where archived_at is null and ($1::text is null or lower(name) > $1)
             and ($3::text is null or name ilike $3 or body ilike $3)
           order by lower(name) limit $2`,
    values: [after?.name ?? null, query.limit + 1, part],
  })
  const kept = result.rows.slice(0, query.limit)
  const last = kept.at(-1)
  return {
    items: kept.map((row) => toTemplate(row)),
    nextCursor: result.rows.length > query.limit && last ? encodeNameCursor(last.name.toLowerCase(), last.id) : null,
    syncCursor,
  }
}
