import type { Essentials } from '@/lib/context'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import type { Follower } from './follower'
import { followerContext } from './follower-context'
import type { FollowedEvent } from './read-followed'

/**
 * Goes past an event that a follower cannot handle, and keeps it as a failed operation for a person: the events behind it must not wait.
 * Nothing happens when another process has gone past it already.
 */
export async function passEvent(
  essentials: Essentials,
  follower: Follower,
  failed: { event: FollowedEvent; reason: string },
): Promise<void> {
  const ctx = followerContext(essentials, follower)
  await ctx.database.transaction(async (tx) => {
    const moved = await tx.client.query({
      name: 'pass-event',
      text: 'update twilio_event_followers set after = $2 where name = $1 and after < $2',
      values: [follower.name, failed.event.id],
    })
    if (moved.rowCount === 0) return
    await recordFailedOperation(
      ctx,
      {
        kind: 'follower',
        subject: `${follower.name}:${failed.event.id}`,
        reason: failed.reason,
        payload: { follower: follower.name, event: failed.event },
      },
      tx,
    )
  })
}
