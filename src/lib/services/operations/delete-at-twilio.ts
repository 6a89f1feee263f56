import type { CoreContext } from '@/lib/context'
import { recordFailedOperation, type NewFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { UpstreamError } from '@/shared/errors'

/**
 * Awaits that Twilio's copy of something is deleted. What fails is kept as this failed operation, which tries again by itself. `what`: its name in
 * the reason, such as 'text'.
 */
export async function deleteAtTwilio(
  ctx: CoreContext,
  deleting: Promise<'deleted' | 'absent'>,
  { what, ...operation }: Pick<NewFailedOperation, 'kind' | 'subject' | 'payload'> & { what: string },
): Promise<'deleted' | 'absent' | 'pending'> {
  try {
    return await deleting
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    const reason = `Twilio still has its copy of a deleted ${what}. ${error.message}`
    await recordFailedOperation(ctx, { ...operation, reason, automatic: true })
    return 'pending'
  }
}
