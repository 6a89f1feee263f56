import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { FailedOperationKind } from '@/shared/schemas/operation'

/** What failed: `subject` names it (an id, an event key), `payload` is what a retry needs. `automatic`: it tries again by itself. */
export type NewFailedOperation = {
  kind: FailedOperationKind
  subject: string
  reason: string
  payload: Record<string, unknown>
  automatic?: boolean
}

/** After the first failure, the second, and so on; after the last it waits for a person. */
const pausesMinutes = [1, 5, 30, 120, 480]

/**
 * Keeps what failed, for a person or for its next try. One open entry per kind and subject: a second failure of the same counts up. Its
 * live event is written here, so inside a transaction this must come last.
 */
export async function recordFailedOperation(
  ctx: Pick<CoreContext, 'database' | 'clock' | 'jobs'>,
  operation: NewFailedOperation,
  tx?: Transaction,
): Promise<string> {
  if (!tx) return ctx.database.transaction((own) => recordFailedOperation(ctx, operation, own))
  const at = ctx.clock.now()
  const result = await tx.client.query<{ id: string; attempts: number }>({
    name: 'record-failed-operation',
    // Served by failed_operations_open.
    text: `insert into failed_operations (id, kind, subject, reason, payload, status, automatic, created_at, updated_at)
           values ($1, $2, $3, $4, $5, 'failed', $6, $7, $7)
           on conflict (kind, subject) where settled_at is null do update
             set reason = excluded.reason, payload = excluded.payload, status = 'failed', automatic = excluded.automatic,
                 attempts = failed_operations.attempts + 1, updated_at = excluded.updated_at
           returning id, attempts`,
    values: [
      uuidV7(at),
      operation.kind,
      operation.subject,
      operation.reason,
      JSON.stringify(operation.payload),
      operation.automatic ?? false,
      at,
    ],
  })
  const row = result.rows[0]
  if (!row) throw new Error('the failed operation was not written')
  const operationId = row.id
  const pause = operation.automatic ? pausesMinutes[row.attempts - 1] : undefined
  if (pause !== undefined) {
    const retryAt = new Date(at.getTime() + pause * 60_000)
    await tx.client.query('update failed_operations set retry_at = $2 where id = $1', [operationId, retryAt])
    await ctx.jobs.enqueue(tx, 'retry-operation', { operationId }, { key: `operation:${operationId}`, runAt: retryAt })
  }
  await broadcast(tx.client, at, [{ type: 'operation.failed', data: { operationId, kind: operation.kind } }])
  return operationId
}
