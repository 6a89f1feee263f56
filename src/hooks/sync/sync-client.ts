import type { Timers } from '@/shared/timers'
import { createEventFeed, type Subscription } from './event-feed'
import { runForLeader, type LockRequests } from './leadership'
import { startLiveStream, type OpenEventSource } from './live-stream'
import type { SyncFrame } from './sync-frame'
import type { TabChannel, TabMessage } from './tab-message'

/** What the browser gives; tests pass their own. Without locks or channel each tab has a connection of its own. */
export type SyncBrowser = {
  openEventSource: OpenEventSource
  locks: LockRequests | null
  openChannel: ((name: string, onMessage: (message: TabMessage) => void) => TabChannel) | null
  /** Runs when the page is seen again or the network is back; answers how to stop listening. */
  onWake(run: () => void): () => void
  timers: Timers
  random: () => number
  /** Milliseconds since 1970, for people to read. */
  now: () => number
}

export type SyncClientOptions = {
  /** Address of the stream. */
  url: string
  /** Tabs of different people share nothing. */
  identity: string
  ticket?: (() => Promise<string>) | undefined
}

export type TwilioSyncState = {
  connected: boolean
  /** When the connection was lost, milliseconds since 1970; null while connected. */
  reconnectingSince: number | null
  /** The cursor: every event up to here was brought. */
  lastEventId: string | null
  /** Nothing was missed after this cursor: an answer whose `syncCursor` is lower must be asked again. */
  unbrokenSince: string | null
}

export const disconnectedState: TwilioSyncState = {
  connected: false,
  reconnectingSince: null,
  lastEventId: null,
  unbrokenSince: null,
}

/** A leader passes on at least the server's heartbeat, every 15 s. */
const silenceMilliseconds = 40_000

/** How long a silent leader has to answer before another tab takes over. */
const answerMilliseconds = 3_000

/** How seldom the passing of events alone is told to who watches the state. */
const stateMilliseconds = 250

/** One tab's part in the browser's one connection. Works from `start` to `stop`. */
export function startSyncClient(
  options: SyncClientOptions,
  browser: SyncBrowser,
  onState: (state: TwilioSyncState) => void,
) {
  const { timers } = browser
  const feed = createEventFeed()
  const shared = browser.locks && browser.openChannel ? { locks: browser.locks, open: browser.openChannel } : null
  const name = `eva-twilio-sync ${options.url} ${options.identity}`
  let stream: ReturnType<typeof startLiveStream> | null = null
  let connected = false
  let reconnectingSince: number | null = browser.now()
  let cancelSilence: (() => void) | null = null
  let cancelState: (() => void) | null = null

  const channel = shared?.open(name, hear) ?? null
  const leadership = shared ? runForLeader({ locks: shared.locks, name, onElected: lead, onDeposed: follow }) : null

  function lead() {
    cancelSilence?.()
    setConnection(false, reconnectingSince ?? browser.now())
    stream = startLiveStream({
      ...options,
      ...browser,
      cursor: () => feed.startingPoint(),
      onFrame: bring,
      onConnected(now) {
        setConnection(now, now ? null : browser.now())
        tellState()
      },
    })
    tellState()
  }

  function follow() {
    stream?.stop()
    stream = null
    expectLeader(silenceMilliseconds)
    channel?.post({ kind: 'hello' })
  }

  /** The leader's own frames: the server sent them in order from where we stood. */
  function bring(frame: SyncFrame) {
    const after = feed.cursor()
    channel?.post({ kind: 'frame', after, frame })
    feed.receive(frame, after)
    publishSoon()
  }

  function hear(message: TabMessage) {
    if (message.kind === 'hello') return stream ? tellState() : undefined
    // Whom we took over from may not know it yet; our own stream is complete.
    if (stream) return
    expectLeader(silenceMilliseconds)
    if (message.kind === 'frame') {
      feed.receive(message.frame, message.after)
      return publishSoon()
    }
    if (message.cursor !== null) feed.receive({ kind: 'reached', id: message.cursor }, message.cursor)
    setConnection(message.connected, message.reconnectingSince)
  }

  /** Two deadlines: a silent leader is first asked, then replaced. Jitter keeps waking tabs from taking over from one another. */
  function expectLeader(milliseconds: number) {
    cancelSilence?.()
    cancelSilence = timers.after(milliseconds, () => {
      channel?.post({ kind: 'hello' })
      cancelSilence = timers.after(answerMilliseconds * (1 + browser.random()), () => leadership?.takeOver())
    })
  }

  function tellState() {
    channel?.post({ kind: 'state', cursor: feed.cursor(), connected, reconnectingSince })
  }

  function setConnection(now: boolean, since: number | null) {
    if (connected === now && reconnectingSince === since) return
    connected = now
    reconnectingSince = since
    publish()
  }

  function publish() {
    cancelState?.()
    cancelState = null
    onState({ connected, reconnectingSince, lastEventId: feed.cursor(), unbrokenSince: feed.unbrokenSince() })
  }

  function publishSoon() {
    cancelState ??= timers.after(stateMilliseconds, publish)
  }

  const stopWaking = browser.onWake(() => {
    stream?.wake()
    if (!stream && leadership) expectLeader(0)
  })

  if (leadership) {
    if (!stream) expectLeader(silenceMilliseconds)
    channel?.post({ kind: 'hello' })
  } else lead()
  publish()

  return {
    subscribe: (subscription: Subscription) => feed.subscribe(subscription),
    stop() {
      stopWaking()
      cancelSilence?.()
      cancelState?.()
      stream?.stop()
      stream = null
      leadership?.stop()
      channel?.close()
    },
  }
}

export type SyncClient = ReturnType<typeof startSyncClient>
