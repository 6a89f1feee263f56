import type { Actor } from '@/lib/context'
import type { Clock } from '@/lib/utils/clock'

/** How long a session or key that ended may still be accepted by an instance that did not end it. */
const lifetimeMilliseconds = 2_000
const maximumEntries = 5_000

/** Remembers for two seconds who a cookie or key belongs to, so that a screen full of requests asks the database once. */
export function createActorCache(clock: Clock) {
  let entries = new Map<string, { actor: Actor; until: number }>()
  return {
    get(key: string): Actor | undefined {
      const entry = entries.get(key)
      return entry && clock.now().getTime() < entry.until ? entry.actor : undefined
    },
    /** Starts a lookup; its answer is kept only if nothing was forgotten meanwhile. */
    remember(key: string) {
      const generation = entries
      return (actor: Actor) => {
        if (entries !== generation) return
        if (generation.size >= maximumEntries) generation.clear()
        generation.set(key, { actor, until: clock.now().getTime() + lifetimeMilliseconds })
      }
    },
    /** After a change to people, sessions or keys: this instance asks again at once, the others within the lifetime. */
    forgetAll() {
      entries = new Map()
    },
  }
}
