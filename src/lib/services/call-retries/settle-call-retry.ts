import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { CallRetry } from '@/shared/schemas/call-retry'
import { readCallRetries } from './read-call-retries'

export type CallRetryChange =
  | { status: 'placed'; reason: null }
  | { status: 'skipped' | 'failed'; reason: string }
  /** Not yet. */
  | { status: 'planned'; reason: string; dueAt: Date }
  | { status: 'canceled'; reason: string }

/** Writes what has become of one that is open, with its live event. False when it is not open any more. `from`: the states it may be in. */
export async function settleCallRetry(
  ctx: Pick<CoreContext, 'database' | 'clock' | 'actor'>,
  id: string,
  change: CallRetryChange,
  { from, within }: { from: CallRetry['status'][]; within?: (tx: Transaction) => Promise<void> },
): Promise<boolean> {
  const at = ctx.clock.now()
  const later = change.status === 'planned'
  return ctx.database.transaction(async (tx) => {
    const { rowCount } = await tx.client.query({
      name: 'settle-call-retry',
      text: `update call_retries set status = $2, reason = $3, due_at = coalesce($4, due_at), settled_at = $5, settled_by = $6
              where id = $1 and status = any($7)`,
      values: [
        id,
        change.status,
        change.reason,
        later ? change.dueAt : null,
        later ? null : at,
        later ? null : actorName(ctx.actor),
        from,
      ],
    })
    if (rowCount !== 1) return false
    await within?.(tx)
    const [callRetry] = await readCallRetries(tx.client, [id])
    await broadcast(tx.client, at, callRetry ? [{ type: 'call_retry.changed', data: { callRetry } }] : [])
    return true
  })
}
