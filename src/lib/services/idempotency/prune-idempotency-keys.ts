import type { CoreContext } from '@/lib/context'

/** Forgets keys whose answers are no longer kept. Served by idempotency_keys_expired. */
export async function pruneIdempotencyKeys(ctx: Pick<CoreContext, 'database' | 'clock'>): Promise<void> {
  await ctx.database.pool.query('delete from idempotency_keys where expires_at <= $1', [ctx.clock.now()])
}
