import { and, eq, isNull } from 'drizzle-orm'
import { actorName, type CoreContext } from '@/lib/context'
import { failedOperations } from '@/lib/db/schema/operations'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toOperation } from '@/lib/services/operations/to-operation'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError, NotFoundError } from '@/shared/errors'
import type { FailedOperation } from '@/shared/schemas/operation'

/** Closes a failed operation: it was tried again with success, or somebody decided to leave it. ConflictError when it is closed already. */
export async function settleOperation(
  ctx: CoreContext,
  { id, outcome }: { id: string; outcome: 'retried' | 'dismissed' },
): Promise<FailedOperation> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const [row] = await tx.drizzle
      .update(failedOperations)
      .set({
        status: outcome === 'retried' ? 'succeeded' : 'dismissed',
        settledAt: at,
        settledBy: actorName(ctx.actor),
        retryAt: null,
        updatedAt: at,
      })
      .where(and(eq(failedOperations.id, id), isNull(failedOperations.settledAt)))
      .returning()
    if (!row) {
      const [present] = await tx.drizzle.select().from(failedOperations).where(eq(failedOperations.id, id))
      if (!present) throw new NotFoundError('There is no such operation.')
      throw new ConflictError('This is settled already.')
    }
    const action = outcome === 'retried' ? 'operation.retry' : 'operation.dismiss'
    await recordAudit(ctx, tx, { action, subject: id, details: { kind: row.kind, subject: row.subject } })
    await broadcast(tx.client, at, [{ type: 'operation.settled', data: { operationId: id, outcome } }])
    return toOperation(row)
  })
}
