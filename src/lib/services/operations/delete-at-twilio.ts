import type { CoreContext } from '@/lib/context'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { UpstreamError } from '@/shared/errors'

/** Deletes Twilio's copy of a text, its media first. What fails is kept as a failed operation that tries again by itself. */
export async function deleteAtTwilio(
  ctx: CoreContext,
  { messageSid }: { messageSid: string | null },
): Promise<'deleted' | 'absent' | 'pending'> {
  if (messageSid === null) return 'absent'
  try {
    return await ctx.twilio.deleteMessage(messageSid)
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    await recordFailedOperation(ctx, {
      kind: 'message.delete',
      subject: messageSid,
      reason: `Twilio still has its copy of a deleted text. ${error.message}`,
      payload: { messageSid },
      automatic: true,
    })
    return 'pending'
  }
}
