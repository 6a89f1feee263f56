import type { QueryClient } from '@tanstack/react-query'

type Waiting = { keys: Map<string, readonly unknown[]>; timer: ReturnType<typeof setTimeout> | null }

const waiting = new WeakMap<QueryClient, Waiting>()
const gatherMilliseconds = 400

/** Asks old queries again, at most a few times a second however many events arrive; always once more after the last. */
export function invalidateSoon(client: QueryClient, queryKeys: (readonly unknown[])[]) {
  const gathered = waiting.get(client) ?? { keys: new Map(), timer: null }
  waiting.set(client, gathered)
  for (const key of queryKeys) gathered.keys.set(JSON.stringify(key), key)
  if (gathered.keys.size === 0 || gathered.timer !== null) return
  gathered.timer = setTimeout(() => {
    const keys = [...gathered.keys.values()]
    gathered.keys.clear()
    gathered.timer = null
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
  }, gatherMilliseconds)
}
