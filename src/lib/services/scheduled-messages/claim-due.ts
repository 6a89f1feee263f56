import type { CoreContext } from '@/lib/context'
import { sendLeaseMilliseconds } from '@/lib/services/operations/send-lease'
import { scheduledColumns, scheduledContactJoin, type ScheduledRow } from './to-scheduled-message'

/**
 * Takes the next text that is due, or one whose process died with it: for two minutes it is ours alone. `claimed_until` is the proof when it
 * is settled. Served by scheduled_messages_due and scheduled_messages_claimed.
 */
export async function claimDue(ctx: Pick<CoreContext, 'clock' | 'database'>): Promise<ScheduledRow | null> {
  const at = ctx.clock.now()
  const result = await ctx.database.pool.query<ScheduledRow>({
    name: 'claim-scheduled',
    text: `with later as (
             update scheduled_messages set status = 'sending', claimed_until = $2, attempts = attempts + 1, updated_at = $1
             where id = coalesce(
               (select id from scheduled_messages where status = 'sending' and claimed_until <= $1
                 order by claimed_until limit 1 for update skip locked),
               (select id from scheduled_messages where status in ('scheduled', 'held') and send_at <= $1
                 order by send_at, id limit 1 for update skip locked))
             returning *)
           select ${scheduledColumns} from later ${scheduledContactJoin}`,
    values: [at, new Date(at.getTime() + sendLeaseMilliseconds)],
  })
  return result.rows[0] ?? null
}

/** Takes one text that a person wants sent now; null when it no longer waits. */
export async function claimOne(
  ctx: Pick<CoreContext, 'clock' | 'database'>,
  id: string,
): Promise<(ScheduledRow & { status_before: ScheduledRow['status'] }) | null> {
  const at = ctx.clock.now()
  const result = await ctx.database.pool.query<ScheduledRow & { status_before: ScheduledRow['status'] }>({
    name: 'claim-one-scheduled',
    text: `with before as (
             select id, status from scheduled_messages where id = $1 and status in ('scheduled', 'held', 'expired') for update
           ), later as (
             update scheduled_messages as row set status = 'sending', claimed_until = $3, attempts = attempts + 1, updated_at = $2
             from before where row.id = before.id returning row.*)
           select ${scheduledColumns}, before.status as status_before from later join before using (id) ${scheduledContactJoin}`,
    values: [id, at, new Date(at.getTime() + sendLeaseMilliseconds)],
  })
  return result.rows[0] ?? null
}
