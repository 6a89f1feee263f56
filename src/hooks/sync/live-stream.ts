import type { Timers } from '@/shared/timers'
import { parseFrame, type FrameName, type SyncFrame } from './sync-frame'

/** Opens a Server-Sent Events connection; answers how to close it. After `onError` nothing more is heard of it. */
export type OpenEventSource = (
  url: string,
  handlers: { onFrame(name: FrameName, data: string, lastEventId: string): void; onError(): void },
) => () => void

const firstDelayMilliseconds = 1_000
const longestDelayMilliseconds = 30_000

/** The server sends something every 15 s; a connection silent for longer than this is dead without knowing it. */
const silenceMilliseconds = 40_000
const suspiciousMilliseconds = 20_000

export type LiveStreamOptions = {
  url: string
  /** Asked before each connection when cookies do not sign in: a one-time ticket. */
  ticket?: (() => Promise<string>) | undefined
  openEventSource: OpenEventSource
  timers: Timers
  random: () => number
  now: () => number
  /** Where to resume; null: the log's end. */
  cursor(): string | null
  onFrame(frame: SyncFrame): void
  onConnected(connected: boolean): void
}

/** One connection to the server that is made again, with jittered backoff and from the cursor, until it is stopped. */
export function startLiveStream(options: LiveStreamOptions) {
  const { timers } = options
  let closeSource: (() => void) | null = null
  let cancelTimer: (() => void) | null = null
  let attempt = 0
  let failures = 0
  let connected = false
  let lastHeard = 0
  let stopped = false

  function open() {
    const mine = ++attempt
    const isMine = () => mine === attempt && !stopped
    expectSoon()
    void addressOf(options).then(
      (url) => {
        if (!isMine()) return
        closeSource = options.openEventSource(url, {
          onFrame: (name, data, lastEventId) => isMine() && receive(name, data, lastEventId),
          onError: () => isMine() && fail(),
        })
      },
      () => isMine() && fail(),
    )
  }

  function receive(name: FrameName, data: string, lastEventId: string) {
    const frame = parseFrame(name, data, lastEventId)
    if (!frame) return
    expectSoon()
    if (name === 'ready') failures = 0
    options.onFrame(frame)
    setConnected(true)
  }

  function fail() {
    close()
    const ceiling = Math.min(firstDelayMilliseconds * 2 ** failures, longestDelayMilliseconds)
    failures += 1
    setConnected(false)
    cancelTimer = timers.after(ceiling * (0.25 + 0.75 * options.random()), open)
  }

  function expectSoon() {
    cancelTimer?.()
    lastHeard = options.now()
    cancelTimer = timers.after(silenceMilliseconds, fail)
  }

  function close() {
    attempt += 1
    cancelTimer?.()
    cancelTimer = null
    closeSource?.()
    closeSource = null
  }

  function setConnected(now: boolean) {
    if (connected === now) return
    connected = now
    options.onConnected(now)
  }

  open()
  return {
    /**
     * The page is seen again or the network is back: a waiting attempt waits no longer, and a connection that was silent past a heartbeat
     * may have died while the machine slept, when timers stood still.
     */
    wake() {
      if (stopped || (connected && options.now() - lastHeard < suspiciousMilliseconds)) return
      failures = 0
      close()
      open()
    },
    stop() {
      stopped = true
      close()
    },
  }
}

async function addressOf(options: LiveStreamOptions) {
  const { url, ticket } = options
  const query = new URLSearchParams()
  const after = options.cursor()
  if (after !== null) query.set('after', after)
  if (ticket) query.set('ticket', await ticket())
  const search = query.toString()
  return search === '' ? url : `${url}?${search}`
}
