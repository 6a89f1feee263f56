import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { retryMilliseconds } from '@/lib/services/operations/send-lease'
import { ConflictError } from '@/shared/errors'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

/** A text or call that is about to go out; without `body` a call, which is the same whatever else was asked of it. */
export type Outgoing = {
  kind: 'message.send' | 'call.place'
  to: string
  from: string
  body?: string
  mediaUrls?: readonly string[]
}

/**
 * Dismisses what failed and is now asked for anew, so that its retry does not send it a second time. ConflictError while a retry of it is
 * under way. Gives the live events, for the end of the transaction.
 */
export async function supersedeOperations(ctx: CoreContext, tx: Transaction, out: Outgoing): Promise<NewLiveEvent[]> {
  const at = ctx.clock.now()
  const open = await tx.client.query<{ id: string; status: string; updated_at: Date; subject: string }>({
    name: 'operations-like-this',
    // Served by failed_operations_open.
    text: `select id, status, updated_at, subject from failed_operations
           where kind = $1 and settled_at is null and payload ->> 'to' = $2 and payload ->> 'from' = $3
             and ($4::text is null or (payload ->> 'body' = $4 and payload -> 'mediaUrls' = $5::jsonb))
           order by id for update`,
    values: [out.kind, out.to, out.from, out.body ?? null, JSON.stringify(out.mediaUrls ?? [])],
  })
  if (open.rows.length === 0) return []
  const lapsed = at.getTime() - retryMilliseconds
  if (open.rows.some((row) => row.status === 'retrying' && row.updated_at.getTime() > lapsed)) {
    throw new ConflictError('The same is being tried again right now. Wait a moment.')
  }
  await tx.client.query({
    name: 'supersede-operations',
    text: `update failed_operations
           set status = 'dismissed', settled_at = $2, settled_by = $3, retry_at = null, updated_at = $2 where id = any($1)`,
    values: [open.rows.map((row) => row.id), at, actorName(ctx.actor)],
  })
  for (const row of open.rows) {
    const details = { kind: out.kind, subject: row.subject, askedForAnew: true }
    await recordAudit(ctx, tx, { action: 'operation.dismiss', subject: row.id, details })
  }
  return open.rows.map((row) => ({ type: 'operation.settled', data: { operationId: row.id, outcome: 'dismissed' } }))
}
