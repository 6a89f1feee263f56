import type { StoredEvent } from './stored-event'

/**
 * The newest events, kept in memory so that a client that was away for a moment costs the database nothing. Bounded by count and by bytes.
 * Holds every event of the log whose id is above `floor()`, up to the last one added.
 */
export function createEventWindow(start: bigint, limits: { events: number; bytes: number }) {
  let floor = start
  let events: StoredEvent[] = []
  let bytes = 0

  return {
    floor: () => floor,
    size: () => ({ events: events.length, bytes }),
    add(added: readonly StoredEvent[]) {
      for (const event of added) {
        events.push(event)
        bytes += event.json.length
      }
      if (events.length <= limits.events && bytes <= limits.bytes) return
      // A tenth at a time, so that the array is not copied for every batch.
      let drop = 0
      while (drop < events.length && (events.length - drop > limits.events * 0.9 || bytes > limits.bytes * 0.9)) {
        bytes -= events[drop]?.json.length ?? 0
        drop += 1
      }
      floor = events[drop - 1]?.id ?? floor
      events = events.slice(drop)
    },
    /** Forgets everything; the window begins anew after `cursor`. */
    restart(cursor: bigint) {
      floor = cursor
      events = []
      bytes = 0
    },
    /** Up to `limit` events after `cursor`, which must not lie below the floor. */
    after(cursor: bigint, limit: number): StoredEvent[] {
      let low = 0
      let high = events.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((events[middle]?.id ?? 0n) <= cursor) low = middle + 1
        else high = middle
      }
      return events.slice(low, low + limit)
    },
  }
}

export type EventWindow = ReturnType<typeof createEventWindow>
