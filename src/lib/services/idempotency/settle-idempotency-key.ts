import { actorName, type CoreContext } from '@/lib/context'

/**
 * What becomes of a claimed key: the answer is kept and given again; or the claim `lapses`, because something may have happened or may
 * still be made to happen, and the next request goes on under the same id.
 */
export async function settleIdempotencyKey(
  ctx: Pick<CoreContext, 'actor' | 'clock' | 'database'>,
  key: string,
  end: { status: number; body: string } | 'lapses',
): Promise<void> {
  const at = ctx.clock.now()
  const owner = [actorName(ctx.actor), key]
  if (end === 'lapses') {
    await ctx.database.pool.query(
      'update idempotency_keys set claimed_until = $3 where actor = $1 and key = $2 and answer_status is null',
      [...owner, at],
    )
  } else {
    await ctx.database.pool.query(
      'update idempotency_keys set answer_status = $3, answer_body = $4 where actor = $1 and key = $2',
      [...owner, end.status, end.body],
    )
  }
}
