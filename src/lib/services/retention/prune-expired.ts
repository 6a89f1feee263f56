import type { CoreContext } from '@/lib/context'
import { pruneWebhookFacts } from './prune-webhook-facts'

const day = 24 * 60 * 60 * 1_000

/**
 * What is forgotten, and how long after the time in `column`. Each has an index on that column. audit_log is not here: it is kept. What is
 * said here is also in docs/self-hosting.md.
 */
const retentions = [
  { table: 'permission_verdicts', column: 'at', keepMilliseconds: 180 * day },
  { table: 'sessions', column: 'expires_at', keepMilliseconds: 0 },
  { table: 'verifications', column: 'expires_at', keepMilliseconds: 0 },
  { table: 'welcome_links', column: 'expires_at', keepMilliseconds: 0 },
  { table: 'sign_in_attempts', column: 'window_ends_at', keepMilliseconds: 0 },
  { table: 'twilio_sync_tickets', column: 'expires_at', keepMilliseconds: 0 },
  { table: 'conversation_presence', column: 'expires_at', keepMilliseconds: 0 },
  { table: 'idempotency_keys', column: 'expires_at', keepMilliseconds: 0 },
] as const

/** Rows deleted per statement, so that none is long. */
const defaultBatchSize = 5_000

/** Deletes what is older than its retention, batch by batch. Two at once do no harm: what one is deleting the other skips. */
export async function pruneExpired(
  { database, clock }: Pick<CoreContext, 'database' | 'clock'>,
  { batchSize = defaultBatchSize }: { batchSize?: number } = {},
): Promise<void> {
  const now = clock.now().getTime()
  await pruneWebhookFacts(database, { before: new Date(now - 30 * day), batchSize })
  for (const { table, column, keepMilliseconds } of retentions) {
    const before = new Date(now - keepMilliseconds)
    for (let deleted = batchSize; deleted === batchSize;) {
      const result = await database.pool.query({
        name: `prune-${table}`,
        text: `delete from ${table} where ctid = any(array(
                 select ctid from ${table} where ${column} <= $1 limit $2 for update skip locked))`,
        values: [before, batchSize],
      })
      deleted = result.rowCount ?? 0
    }
  }
}
