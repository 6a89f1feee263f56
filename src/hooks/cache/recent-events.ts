import type { LiveEvent } from '@/shared/schemas/live-event'

const keep = 500

/**
 * The last live events. An answer of the API may have been read before an event that has already arrived; whatever came after the
 * answer's `syncCursor` is applied to it again, so that a slow answer never undoes what was seen.
 */
export class RecentEvents {
  #events: LiveEvent[] = []

  add(event: LiveEvent) {
    this.#events.push(event)
    if (this.#events.length > keep) this.#events.shift()
  }

  /** All that are kept, oldest first: for what only ever moves forward. */
  all(): readonly LiveEvent[] {
    return this.#events
  }

  clear() {
    this.#events = []
  }

  /** Events after the cursor, oldest first. Without a cursor: none, the answer is taken as it is. */
  since(cursor: string | undefined): LiveEvent[] {
    if (cursor === undefined) return []
    const position = BigInt(cursor)
    return this.#events.filter((event) => BigInt(event.id) > position)
  }
}
