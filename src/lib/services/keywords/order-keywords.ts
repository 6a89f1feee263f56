import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { Keyword } from '@/shared/schemas/keyword'
import { listKeywords } from './list-keywords'

/** Puts the rules in this order, all of them. ConflictError when somebody has added or removed one meanwhile. */
export async function orderKeywords(
  ctx: CoreContext,
  { ids }: { ids: readonly string[] },
): Promise<{ items: Keyword[] }> {
  await ctx.database.transaction(async (tx) => {
    const locked = await tx.client.query<{ id: string }>('select id from sms_keywords order by id for update')
    const present = locked.rows.map((row) => row.id)
    if (present.join() !== [...new Set(ids)].toSorted().join()) {
      throw new ConflictError('The rules have changed meanwhile. Look at them again, then put them in order.')
    }
    await tx.client.query({
      name: 'order-keywords',
      text: `update sms_keywords set position = wanted.position
             from unnest($1::uuid[]) with ordinality as wanted (id, position) where sms_keywords.id = wanted.id`,
      values: [ids],
    })
    await recordAudit(ctx, tx, { action: 'keyword.order', details: { ids } })
    const [first = ''] = ids
    await broadcast(tx.client, ctx.clock.now(), [{ type: 'keyword.changed', data: { keywordId: first } }])
  })
  return listKeywords(ctx)
}
