import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { FailedOperationKind } from '@/shared/schemas/operation'

/** What failed: `subject` names it (an id, an event key), `payload` is what a retry needs. `retryAt`: when to try again by itself. */
export type NewFailedOperation = {
  kind: FailedOperationKind
  subject: string
  reason: string
  payload: Record<string, unknown>
  retryAt?: Date
}

/**
 * Keeps what failed, for a person or for its next try. One open entry per kind and subject: a second failure of the same counts up. Its
 * live event is written here, so inside a transaction this must come last.
 */
export async function recordFailedOperation(
  ctx: Pick<Context, 'database' | 'clock'>,
  operation: NewFailedOperation,
  tx?: Transaction,
): Promise<string> {
  if (!tx) return ctx.database.transaction((own) => recordFailedOperation(ctx, operation, own))
  const at = ctx.clock.now()
  const result = await tx.client.query<{ id: string }>({
    name: 'record-failed-operation',
    // Served by failed_operations_open.
    text: `insert into failed_operations (id, kind, subject, reason, payload, status, retry_at, created_at, updated_at)
           values ($1, $2, $3, $4, $5, 'failed', $6, $7, $7)
           on conflict (kind, subject) where settled_at is null do update
             set reason = excluded.reason, payload = excluded.payload, status = 'failed', retry_at = excluded.retry_at,
                 attempts = failed_operations.attempts + 1, updated_at = excluded.updated_at
           returning id`,
    values: [
      uuidV7(at),
      operation.kind,
      operation.subject,
      operation.reason,
      JSON.stringify(operation.payload),
      operation.retryAt ?? null,
      at,
    ],
  })
  const operationId = result.rows[0]?.id
  if (!operationId) throw new Error('the failed operation was not written')
  await broadcast(tx.client, at, [{ type: 'operation.failed', data: { operationId, kind: operation.kind } }])
  return operationId
}
