import type { CoreContext } from '@/lib/context'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { redo, type OperationToRedo, type RetryContext } from '@/lib/services/operations/redo'
import { retryMilliseconds } from '@/lib/services/operations/send-lease'
import { settleOperation } from '@/lib/services/operations/settle-operation'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError, DomainError, NotFoundError, UpstreamError } from '@/shared/errors'
import type { FailedOperation, FailedOperationKind } from '@/shared/schemas/operation'

/**
 * Tries a failed operation again, once. It gets an id before it begins and keeps it until it is known how it ended: a retry that died half
 * way goes on under the same id, so a text is never sent twice. Fails as the operation itself does, which is kept.
 */
export async function retryOperation(ctx: RetryContext, { id }: { id: string }): Promise<FailedOperation> {
  const operation = await claim(ctx, id)
  try {
    await redo(ctx, operation)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'It failed without a reason.'
    // Only an end that is known frees the id: after anything else the text may be out, and another id would send it again.
    const { retryId, ...rest } = operation.payload
    const payload = error instanceof DomainError ? { ...rest, ...attemptOf(error, retryId) } : { ...rest, retryId }
    await recordFailedOperation(ctx, {
      kind: operation.kind,
      subject: operation.subject,
      reason,
      payload,
      automatic: operation.automatic && mayGoOn(operation.kind, error),
    })
    throw error
  }
  return settleOperation(ctx, { id, outcome: 'retried' })
}

/** A try that got as far as Twilio's door has left a row, which the next one takes the place of. */
function attemptOf(error: DomainError, retryId: string) {
  return error instanceof UpstreamError ? { lastAttemptId: retryId } : {}
}

/** What Twilio or a rule refuses is refused next time too; only what Twilio never heard goes on by itself, and what is the same twice. */
function mayGoOn(kind: FailedOperationKind, error: unknown) {
  return (
    kind === 'webhook' ||
    kind === 'message.delete' ||
    kind === 'recording.delete' ||
    (error instanceof UpstreamError && error.outcome === 'unprocessed')
  )
}

async function claim(ctx: CoreContext, id: string): Promise<OperationToRedo> {
  const at = ctx.clock.now()
  const lapsed = new Date(at.getTime() - retryMilliseconds)
  const result = await ctx.database.pool.query<OperationToRedo>({
    name: 'claim-operation',
    text: `update failed_operations
           set status = 'retrying', retry_at = null, updated_at = $2, payload = jsonb_build_object('retryId', $3::text) || payload
           where id = $1 and settled_at is null and (status = 'failed' or updated_at <= $4)
           returning id, kind, subject, automatic, payload`,
    values: [id, at, uuidV7(at), lapsed],
  })
  const claimed = result.rows[0]
  if (claimed) return claimed
  const present = await ctx.database.pool.query('select from failed_operations where id = $1', [id])
  if (present.rowCount === 0) throw new NotFoundError('There is no such operation.')
  throw new ConflictError('This is settled already, or is being tried again right now.')
}
