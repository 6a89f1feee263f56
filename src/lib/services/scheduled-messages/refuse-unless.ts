import type { CoreContext } from '@/lib/context'
import { findScheduled } from '@/lib/services/scheduled-messages/to-scheduled-message'
import { scheduledMessageCan } from '@/shared/can'
import { ConflictError, NotFoundError } from '@/shared/errors'

/** Says why a text for later could not be touched: there is none, or it no longer waits. */
export async function refuseUnless(
  ctx: Pick<CoreContext, 'database'>,
  id: string,
  wish: keyof typeof scheduledMessageCan,
): Promise<never> {
  const present = await findScheduled(ctx.database.pool, id)
  if (!present) throw new NotFoundError('There is no such text for later.')
  const can = scheduledMessageCan[wish](present.status)
  throw new ConflictError(can.possible ? 'It changed just now. Look again.' : can.reason)
}
