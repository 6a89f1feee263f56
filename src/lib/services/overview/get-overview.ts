import type { CoreContext } from '@/lib/context'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { Overview, OverviewQuery } from '@/shared/schemas/overview'

/**
 * The counts of the first screen, each by an index: twilio_call_logs_active and _newest, twilio_messages_newest, conversations_unread,
 * failed_operations_open, twilio_recoveries_open. Child legs are not calls of their own; unsent attempts are not texts sent.
 */
export async function getOverview(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { timeZone }: OverviewQuery,
): Promise<Overview> {
  const syncCursor = await currentCursor(ctx)
  const since = await startOfDay(ctx, timeZone)
  const result = await ctx.database.pool.query<Omit<Overview, 'since' | 'syncCursor'>>({
    name: 'overview',
    text: `with texts as (
             select count(*) filter (where direction = 'inbound') as received,
                    count(*) filter (where direction = 'outbound' and message_sid is not null) as sent
             from twilio_messages where created_at >= $1)
           select (select count(*)::int from twilio_call_logs where ended_at is null and parent_call_sid is null) as "activeCalls",
                  (select count(*)::int from twilio_call_logs where started_at >= $1 and parent_call_sid is null) as "callsToday",
                  (select received::int from texts) as "textsReceivedToday",
                  (select sent::int from texts) as "textsSentToday",
                  (select count(*)::int from conversations where has_unread) as "unreadConversations",
                  (select count(*)::int from failed_operations where settled_at is null) as "failedOperations",
                  (select count(*)::int from twilio_recoveries where dismissed_at is null) as "recoveries"`,
    values: [since],
  })
  const row = result.rows[0]
  if (!row) throw new Error('the overview has no row')
  return { ...row, since: since.toISOString(), syncCursor }
}

/** Asked apart, so that the planner knows how few rows a day is. */
async function startOfDay(ctx: Pick<CoreContext, 'database' | 'clock'>, timeZone: string): Promise<Date> {
  const result = await ctx.database.pool.query<{ since: Date }>({
    name: 'start-of-day',
    text: `select date_trunc('day', $1::timestamptz at time zone $2) at time zone $2 as since`,
    values: [ctx.clock.now(), timeZone],
  })
  const row = result.rows[0]
  if (!row) throw new Error('the day has no start')
  return row.since
}
