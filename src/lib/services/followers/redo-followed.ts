import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import { parse } from './follow-batch'
import { followers } from './followers'

const kept = z.object({
  follower: z.string(),
  event: z.object({ id: z.string(), type: z.string(), at: z.string(), data: z.unknown() }),
})

/** Hands a follower the one event that it failed with, when a person asks. Throws ConflictError when there is no such follower any more. */
export async function redoFollowed(ctx: CoreContext, payload: unknown): Promise<void> {
  const { follower: name, event } = kept.parse(payload)
  const follower = followers.find((candidate) => candidate.name === name)
  if (!follower) throw new ConflictError('This version does nothing with such an event.')
  await ctx.database.transaction(async (tx) => {
    const news = await follower.handle(ctx, tx, [parse(event)])
    await broadcast(tx.client, ctx.clock.now(), news)
  })
}
