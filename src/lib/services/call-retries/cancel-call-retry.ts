import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { ConflictError, NotFoundError } from '@/shared/errors'
import type { CallRetry } from '@/shared/schemas/call-retry'
import { readCallRetries } from './read-call-retries'
import { settleCallRetry } from './settle-call-retry'

/** The call is not tried again. ConflictError when it has been, or is just being placed. */
export async function cancelCallRetry(ctx: CoreContext, { id }: { id: string }): Promise<CallRetry> {
  const [retry] = await readCallRetries(ctx.database.pool, [id])
  if (!retry) throw new NotFoundError('There is no such call to be tried again.')
  const canceled = await settleCallRetry(
    ctx,
    id,
    { status: 'canceled', reason: 'Canceled here.' },
    {
      from: ['planned'],
      within: (tx) =>
        recordAudit(ctx, tx, { action: 'call_retry.cancel', subject: retry.callSid ?? id, details: { to: retry.to } }),
    },
  )
  if (!canceled) throw new ConflictError('This call does not wait to be tried again any more.')
  const [after] = await readCallRetries(ctx.database.pool, [id])
  return after ?? retry
}
