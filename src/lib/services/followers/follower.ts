import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { LiveEvent, LiveEventType, NewLiveEvent } from '@/shared/schemas/live-event'

/**
 * What follows from events of these types, once for each, in commit order and beside the webhook that brought them. `handle` writes in the
 * transaction that moves the follower's cursor and returns what the screens are told: set-based SQL and jobs, never the network.
 */
export type Follower = {
  name: string
  types: readonly LiveEventType[]
  handle(ctx: CoreContext, tx: Transaction, events: LiveEvent[]): Promise<NewLiveEvent[]>
}

export type EventOf<Type extends LiveEventType> = Extract<LiveEvent, { type: Type }>

/** A follower whose `handle` knows which events it gets. */
export function defineFollower<const Type extends LiveEventType>(follower: {
  name: string
  types: readonly Type[]
  handle(ctx: CoreContext, tx: Transaction, events: EventOf<Type>[]): Promise<NewLiveEvent[]>
}): Follower {
  const wanted: readonly LiveEventType[] = follower.types
  const isWanted = (event: LiveEvent): event is EventOf<Type> => wanted.includes(event.type)
  return { ...follower, handle: (ctx, tx, events) => follower.handle(ctx, tx, events.filter(isWanted)) }
}
