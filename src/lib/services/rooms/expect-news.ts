import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'

/** What Twilio was asked for in a room is told of within seconds; if not, Twilio is asked how things stand. */
const expectedMilliseconds = 5_000

/**
 * Has a room looked at in a while, in the transaction that writes down what is wanted in it: it is then done though this process dies. Locks the
 * room: whoever changes a room and its calls in one transaction takes the room first.
 */
export async function expectNews(
  ctx: Pick<CoreContext, 'clock' | 'jobs'>,
  tx: Pick<Transaction, 'client'>,
  { roomId }: { roomId: string },
): Promise<void> {
  const at = new Date(ctx.clock.now().getTime() + expectedMilliseconds)
  await tx.client.query({
    name: 'expect-news',
    text: 'update twilio_conferences set expect_at = least(expect_at, $2) where id = $1',
    values: [roomId, at],
  })
  await ctx.jobs.enqueue(tx, 'settle-room', { roomId }, { key: `expect-news:${roomId}`, runAt: at })
}
