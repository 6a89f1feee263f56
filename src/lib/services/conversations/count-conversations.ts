import type { CoreContext } from '@/lib/context'
import type { ConversationCounts } from '@/shared/schemas/conversation'

/**
 * What waits for whoever asks, each counted to a hundred; what nobody has, among the newest two thousand that are open. By
 * conversations_assigned, conversations_inbox, conversations_unread and conversation_mentions_unread.
 */
export async function countConversations(ctx: Pick<CoreContext, 'database' | 'actor'>): Promise<ConversationCounts> {
  const me = ctx.actor.type === 'operator' ? ctx.actor.userId : ''
  const result = await ctx.database.pool.query<ConversationCounts>({
    name: 'count-conversations',
    text: `select
             (select count(*) from (select from conversations where assigned_to = $1 and status = 'open' limit 100) one)::integer as mine,
             (select count(*) from (select from (select assigned_to from conversations where status = 'open'
                                                  order by last_message_slot desc limit 2000) newest
                                     where assigned_to is null limit 100) one)::integer as unassigned,
             (select count(*) from (select from conversations where has_unread limit 100) one)::integer as unread,
             (select count(*) from (select from conversation_mentions where person_id = $1 and read_at is null limit 100) one)::integer
               as mentions`,
    values: [me],
  })
  const row = result.rows[0]
  if (!row) throw new Error('the counts were not read')
  return row
}
