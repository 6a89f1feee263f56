import type { CoreContext } from '@/lib/context'
import { unlessOver } from '@/lib/twilio/unless-over'
import { ConflictError } from '@/shared/errors'
import { settleCall } from './settle-call'

/**
 * Awaits what Twilio was asked to do with a call. ConflictError when it has ended: its end did not reach us, and is written down now rather than at
 * the next round.
 */
export async function assertGoesOn(
  ctx: CoreContext,
  { id, callSid }: { id: string; callSid: string },
  asked: Promise<unknown>,
): Promise<void> {
  if ((await unlessOver(asked)) === 'done') return
  await settleCall(ctx, id, { end: 'accepted', ...(await ctx.twilio.fetchCall(callSid)) })
  throw new ConflictError('This call is already over.')
}
