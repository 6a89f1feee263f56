import type { LiveEvent } from '@/shared/schemas/live-event'
import type { SyncFrame } from './sync-frame'

export type Subscription = {
  onEvent(event: LiveEvent): void
  /** Something may be missing before what comes next: read again what you show. */
  onReset?: (() => void) | undefined
  /** The cursor of a list (`syncCursor`): events up to it are in the list, those after it must all come. */
  since?: string | undefined
}

const kept = 500

/**
 * What one tab has been brought, in order: passes each event on once, notices a gap, and keeps the newest for a subscriber whose list is a
 * moment older than its subscription.
 */
export function createEventFeed() {
  const subscriptions = new Set<{ subscription: Subscription; seen: bigint | null }>()
  let recent: LiveEvent[] = []
  /** Every event after `floor`, up to `cursor`, is in `recent`. null: nothing was brought yet. */
  let floor: bigint | null = null
  let cursor: bigint | null = null
  /** Since when nothing was missed. */
  let unbrokenSince: bigint | null = null

  function restart(at: bigint, lost: 'before' | 'everything') {
    const isFirst = cursor === null
    recent = []
    floor = at
    cursor = at
    unbrokenSince = at
    for (const entry of subscriptions) {
      // A list read later than `at` has missed nothing, nor has one that shows nothing yet.
      if (lost === 'before' && (entry.seen === null ? isFirst : entry.seen >= at)) continue
      entry.seen = null
      entry.subscription.onReset?.()
    }
  }

  function deliver(entry: { subscription: Subscription; seen: bigint | null }, event: LiveEvent) {
    if (entry.seen === null || BigInt(event.id) > entry.seen) entry.subscription.onEvent(event)
  }

  return {
    /** Everything up to here was brought; null before the first word from the server. */
    cursor: () => cursor?.toString() ?? null,
    unbrokenSince: () => unbrokenSince?.toString() ?? null,
    /** Where a first connection must begin so that no waiting subscriber misses anything; null: at the log's end. */
    startingPoint(): string | null {
      if (cursor !== null) return cursor.toString()
      let oldest: bigint | null = null
      for (const { seen } of subscriptions) if (seen !== null && (oldest === null || seen < oldest)) oldest = seen
      return oldest?.toString() ?? null
    },
    /** `after` is where whoever brings the frame stood before it; null: it begins there. */
    receive(frame: SyncFrame, after: string | null) {
      const id = BigInt(frame.kind === 'event' ? frame.event.id : frame.id)
      if (frame.kind === 'reset') return restart(id, 'everything')
      const base = after === null ? (frame.kind === 'event' ? id - 1n : id) : BigInt(after)
      if (cursor === null || base > cursor) restart(base, 'before')
      if (cursor === null || id <= cursor) return
      cursor = id
      if (frame.kind === 'reached') return
      recent.push(frame.event)
      const dropped = recent.length > kept ? recent.shift() : undefined
      if (dropped) floor = BigInt(dropped.id)
      for (const entry of subscriptions) deliver(entry, frame.event)
    },
    subscribe(subscription: Subscription) {
      const entry = { subscription, seen: subscription.since === undefined ? null : BigInt(subscription.since) }
      subscriptions.add(entry)
      if (entry.seen !== null && floor !== null) {
        if (entry.seen < floor) {
          entry.seen = null
          subscription.onReset?.()
        } else for (const event of recent) deliver(entry, event)
      }
      return () => void subscriptions.delete(entry)
    },
  }
}
