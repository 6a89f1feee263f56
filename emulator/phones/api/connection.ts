import { applyHint, refreshAll } from './resources.ts'
import { hintSchema } from './schemas.ts'

export type ConnectionState = 'connecting' | 'live' | 'reconnecting'

let state: ConnectionState = 'connecting'
const listeners = new Set<() => void>()

const setState = (next: ConnectionState): void => {
  state = next
  for (const listener of listeners) listener()
}

const parseHint = (data: string) => {
  try {
    return hintSchema.safeParse(JSON.parse(data)).data
  } catch {
    return undefined
  }
}

const retryMs = 1000

/** Follow the emulator's stream of hints. A break means hints were missed, so every open reads everything anew. */
export const openConnection = (): void => {
  const source = new EventSource('/emulator/stream')
  source.addEventListener('open', () => {
    setState('live')
    refreshAll()
  })
  source.addEventListener('message', (event) => {
    const hint = parseHint(String(event.data))
    if (hint) applyHint(hint)
  })
  source.addEventListener('error', () => {
    setState('reconnecting')
    // A browser gives up for good when the answer is not a stream, as behind a proxy while we restart.
    if (source.readyState === EventSource.CLOSED) setTimeout(openConnection, retryMs)
  })
}

export const connection = {
  get: (): ConnectionState => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
