import type { CoreContext } from '@/lib/context'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { Keyword } from '@/shared/schemas/keyword'
import { readRules } from './read-rules'
import { toKeyword } from './to-keyword'

const lately = 30 * 24 * 3_600_000

type Use = { keyword_id: string; answered: number; last: Date }

/** All rules in the order they are asked, with how often each answered in the last thirty days (automatic_replies_keyword). */
export async function listKeywords(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
): Promise<{ items: Keyword[]; nextCursor: null; syncCursor: string }> {
  const syncCursor = await currentCursor(ctx)
  const rows = await readRules(ctx.database)
  const uses = await ctx.database.pool.query<Use>({
    name: 'keyword-uses',
    text: `select keyword_id, count(*)::integer as answered, max(created_at) as last from automatic_replies
           where keyword_id = any($1) and created_at > $2 and status in ('sent', 'done') group by keyword_id`,
    values: [rows.map((row) => row.id), new Date(ctx.clock.now().getTime() - lately)],
  })
  const useOf = new Map(uses.rows.map((use) => [use.keyword_id, use]))
  const items = rows.map((row) => {
    const use = useOf.get(row.id)
    return toKeyword(row, { answered: use?.answered ?? 0, lastAnsweredAt: use?.last ?? null })
  })
  return { items, nextCursor: null, syncCursor }
}
