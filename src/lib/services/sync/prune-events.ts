import type pg from 'pg'
import type { Installation } from '@/lib/context'

/** How long events stay: far longer than any client is away, short enough that the table stays small. */
const retentionMilliseconds = 3 * 24 * 3_600_000

/** Rows deleted per transaction, so that none is long. */
const batchSize = 10_000

/**
 * Deletes the events older than the retention, oldest first and without holes, and moves the log's watermark in the same transaction: a
 * client whose cursor lies below it is told `reset`. Answers how many were deleted. For a cron job; two at once do no harm.
 */
export async function pruneEvents({ database, clock }: Pick<Installation, 'database' | 'clock'>): Promise<number> {
  const before = new Date(clock.now().getTime() - retentionMilliseconds)
  let total = 0
  for (;;) {
    const deleted = await database.transaction(({ client }) => pruneBatch(client, before))
    total += deleted
    if (deleted < batchSize) return total
  }
}

async function pruneBatch(client: pg.ClientBase, before: Date): Promise<number> {
  const watermark = await client.query<{ pruned_through: string }>(
    'select pruned_through from twilio_event_log for update',
  )
  const oldest = watermark.rows[0]?.pruned_through ?? '0'
  // Walks the primary key from the watermark: stops at the first event that is young enough.
  const result = await client.query({
    name: 'prune-events',
    text: `with batch as materialized (
             select id, at from twilio_events where id > $1 order by id limit $3
           ), old as (
             select id from batch
             where id < coalesce((select min(id) from batch where at >= $2), 9223372036854775807)
           ), moved as (
             update twilio_event_log set pruned_through = (select max(id) from old) where exists (select from old)
           )
           delete from twilio_events where id in (select id from old)`,
    values: [oldest, before, batchSize],
  })
  return result.rowCount ?? 0
}
