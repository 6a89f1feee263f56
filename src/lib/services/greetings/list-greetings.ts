import type { CoreContext } from '@/lib/context'
import type { GreetingListener } from '@/shared/schemas/greeting'
import { personOf, toGreeting, type GreetingRow } from './greeting-row'

/** What one can leave on a voicemail, or what callers may hear: one's own first, newest first, then the firm's. By voicemail_greetings_kept. */
export async function listGreetings(
  ctx: Pick<CoreContext, 'database' | 'actor'>,
  { heardBy = 'machines' }: { heardBy?: GreetingListener } = {},
) {
  const { rows } = await ctx.database.pool.query<GreetingRow>({
    name: 'list-greetings',
    text: `select * from voicemail_greetings where deleted_at is null and heard_by = $2 and (person_id is null or person_id = $1)
            order by person_id is null, created_at desc, id desc limit 200`,
    values: [personOf(ctx), heardBy],
  })
  return { items: rows.map((row) => toGreeting(row)), nextCursor: null }
}
