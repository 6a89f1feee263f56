import type { Essentials } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { parseLiveEvent, type LiveEvent } from '@/shared/schemas/live-event'
import type { Follower } from './follower'
import { followerContext } from './follower-context'
import { readFollowed, type FollowedEvent } from './read-followed'

/** `handle` failed: these events, for this reason. Nothing of the batch was kept. */
export class FollowError extends Error {
  override name = 'FollowError'
  readonly events: readonly FollowedEvent[]
  constructor(events: readonly FollowedEvent[], cause: unknown) {
    super('A follower failed.', { cause })
    this.events = events
  }
}

/** An event that this version cannot read, such as one that a newer version wrote. */
export class UnreadableEventError extends Error {
  override name = 'UnreadableEventError'
}

/**
 * Hands a follower its next events and moves its cursor, in one transaction: both or neither, so each event has its effects exactly once on
 * any number of instances. 'taken': another process is at it. Throws FollowError.
 */
export async function followBatch(
  essentials: Essentials,
  follower: Follower,
  limit: number,
): Promise<'taken' | 'done' | 'more'> {
  const ctx = followerContext(essentials, follower)
  return ctx.database.transaction(async (tx) => {
    const after = await claim(tx, follower)
    if (after === null) return 'taken'
    const { events, through, prunedThrough } = await readFollowed(tx.client, { after, types: follower.types, limit })
    if (prunedThrough > after) ctx.log.error({ follower: follower.name }, 'a follower missed events that are pruned')
    const position = through > prunedThrough ? through : prunedThrough
    if (position === after) return 'done'
    try {
      const news = events.length === 0 ? [] : await follower.handle(ctx, tx, events.map(parse))
      await move(tx, follower, position)
      await broadcast(tx.client, ctx.clock.now(), news)
    } catch (error) {
      throw events.length === 0 ? error : new FollowError(events, error)
    }
    return 'more'
  })
}

/** The cursor, locked; null when another process has it. A process that falls silent in the middle loses it after a minute. */
async function claim(tx: Transaction, follower: Follower): Promise<bigint | null> {
  const result = await tx.client.query<{ after: string }>({
    name: 'claim-follower',
    text: `select after, set_config('idle_in_transaction_session_timeout', '60000', true)
           from twilio_event_followers where name = $1 for update skip locked`,
    values: [follower.name],
  })
  const row = result.rows[0]
  return row ? BigInt(row.after) : null
}

async function move(tx: Transaction, follower: Follower, position: bigint) {
  await tx.client.query({
    name: 'move-follower',
    text: 'update twilio_event_followers set after = $2 where name = $1',
    values: [follower.name, position.toString()],
  })
}

/** The event as this version knows it. Throws UnreadableEventError. */
export function parse(event: FollowedEvent): LiveEvent {
  const parsed = parseLiveEvent(event)
  if (!parsed) throw new UnreadableEventError(`This version cannot read the event ${event.id} (${event.type}).`)
  return parsed
}
