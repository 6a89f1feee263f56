import type { CoreContext } from '@/lib/context'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { queueRecordings } from './queue-recordings'

const graceMilliseconds = 10 * 60_000

/** Finished recordings that nobody began to fetch: from before recordings were kept, or whose event was passed over. */
export async function queueWaitingRecordings(ctx: CoreContext): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const events = await queueRecordings(ctx, tx, { before: new Date(at.getTime() - graceMilliseconds) })
    await broadcast(tx.client, at, events)
  })
}
