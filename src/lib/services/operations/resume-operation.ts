import type { CoreContext } from '@/lib/context'
import { retryOperation } from '@/lib/services/operations/retry-operation'
import { ConflictError, UnavailableError } from '@/shared/errors'
import type { FailedOperationKind } from '@/shared/schemas/operation'

type Row = { id: string; status: 'failed' | 'retrying' | 'succeeded' | 'dismissed'; retry_id: string | null }

/**
 * For a request that comes again after its attempt `subject` failed: tries the attempt's operation again, unless that was done already.
 * Gives the id of the row that came of it; null when nothing is kept of the attempt, because Twilio refused it. ConflictError when somebody
 * decided to leave it, UnavailableError while somebody else tries it.
 */
export async function resumeOperation(
  ctx: CoreContext,
  attempt: { kind: FailedOperationKind; subject: string },
): Promise<string | null> {
  const found = await findOperation(ctx, attempt)
  if (!found) return null
  if (found.status === 'retrying') throw new UnavailableError('This is being tried again right now. Ask in a moment.')
  if (found.status === 'dismissed') {
    throw new ConflictError('This failed and somebody decided to leave it. Use a new Idempotency-Key to ask anew.')
  }
  if (found.status === 'succeeded') return found.retry_id
  await retryOperation(ctx, { id: found.id })
  return (await findOperation(ctx, attempt))?.retry_id ?? null
}

async function findOperation(ctx: CoreContext, attempt: { kind: FailedOperationKind; subject: string }) {
  const result = await ctx.database.pool.query<Row>({
    name: 'find-operation-of-attempt',
    // Served by failed_operations_subject.
    text: `select id, status, payload ->> 'retryId' as retry_id from failed_operations
           where subject = $1 and kind = $2 order by created_at desc limit 1`,
    values: [attempt.subject, attempt.kind],
  })
  return result.rows[0]
}
