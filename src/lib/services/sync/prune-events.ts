import type pg from 'pg'
import type { Installation } from '@/lib/context'
import { followers } from '@/lib/services/followers/followers'

const day = 24 * 3_600_000

/** How long events stay: far longer than any client is away, short enough that the table stays small. */
const retentionMilliseconds = 3 * day

/** How long they stay for a follower that has not come by: then it has missed them. */
const longestMilliseconds = 14 * day

/** Rows deleted per transaction, so that none is long. */
const batchSize = 10_000

/**
 * Deletes the events older than the retention, oldest first and without holes, and moves the log's watermark in the same transaction: a
 * client whose cursor lies below it is told `reset`. What a follower has not handled stays, within bounds. Answers how many were deleted.
 * For a cron job; two at once do no harm.
 */
export async function pruneEvents(
  { database, clock, log }: Pick<Installation, 'database' | 'clock' | 'log'>,
  names: readonly string[] = followers.map((follower) => follower.name),
): Promise<number> {
  const before = new Date(clock.now().getTime() - retentionMilliseconds)
  const longest = new Date(clock.now().getTime() - longestMilliseconds)
  let total = 0
  for (;;) {
    const { deleted, missed } = await database.transaction(({ client }) =>
      pruneBatch(client, { before, longest, names }),
    )
    if (missed) log.error({ followers: names }, 'a follower is weeks behind: events that it has not seen are pruned')
    total += deleted
    if (deleted < batchSize) return total
  }
}

async function pruneBatch(
  client: pg.ClientBase,
  { before, longest, names }: { before: Date; longest: Date; names: readonly string[] },
): Promise<{ deleted: number; missed: boolean }> {
  const watermark = await client.query<{ pruned_through: string; followed: string | null }>(
    `select pruned_through, (select min(after) from twilio_event_followers where name = any($1)) as followed
     from twilio_event_log for update`,
    [names],
  )
  const { pruned_through: oldest = '0', followed = null } = watermark.rows[0] ?? {}
  // Walks the primary key from the watermark: stops at the first event that is young enough, or not followed yet and not too old.
  const result = await client.query<{ through: string | null; deleted: number }>({
    name: 'prune-events',
    text: `with batch as materialized (
             select id, at from twilio_events where id > $1 order by id limit $3
           ), old as (
             select id from batch
             where id < coalesce((select min(id) from batch where at >= $2 or (id > $4 and at >= $5)), 9223372036854775807)
           ), moved as (
             update twilio_event_log set pruned_through = (select max(id) from old) where exists (select from old)
           ), gone as (
             delete from twilio_events where id > $1 and id <= (select max(id) from old) returning id
           )
           select max(id) as through, count(*)::integer as deleted from gone`,
    values: [oldest, before, batchSize, followed, longest],
  })
  const { through = null, deleted = 0 } = result.rows[0] ?? {}
  return { deleted, missed: through !== null && followed !== null && BigInt(through) > BigInt(followed) }
}
