import type { CoreContext } from '@/lib/context'

/**
 * Whether this caller has had a text for a missed call within a day. One that is still held does not count: it gives way, because calling
 * again overtakes it. By missed_call_texts_caller.
 */
export async function hasHadText(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { their_number: theirNumber }: { their_number: string },
): Promise<boolean> {
  const { rowCount } = await ctx.database.pool.query({
    name: 'has-had-missed-call-text',
    text: `select from missed_call_texts earlier left join scheduled_messages later on later.id = earlier.message_id
            where earlier.their_number = $1 and earlier.created_at > $2::timestamptz - interval '2 days'
              and coalesce(later.settled_at, earlier.created_at) > $2::timestamptz - interval '1 day'
              and (earlier.status = 'sent' or (earlier.status = 'held' and later.status in ('sending', 'sent')))
            limit 1`,
    values: [theirNumber, ctx.clock.now()],
  })
  return rowCount === 1
}
