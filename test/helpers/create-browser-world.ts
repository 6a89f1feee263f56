import type { LockRequests } from '@/hooks/sync/leadership'
import type { OpenEventSource } from '@/hooks/sync/live-stream'
import { startSyncClient, type TwilioSyncState } from '@/hooks/sync/sync-client'
import { parseTabMessage, type TabMessage } from '@/hooks/sync/tab-message'
import type { LiveEvent } from '@/shared/schemas/live-event'
import { createMovableTimers, type Timers } from '@/shared/timers'

/** Lets everything that was promised happen. */
export const settle = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

/** A browser with tabs, locks and channels, and a server with an event log, all in memory and with time that tests move. */
export function createBrowserWorld() {
  const timers = createMovableTimers()
  const locks = createLocks()
  const server = createServer()
  const channels = new Map<string, Set<{ hear(message: unknown): void }>>()
  const now = () => 1_000_000 + timers.now()

  function openTab(options: { since?: string; shared?: boolean } = {}) {
    let frozen = false
    let late: { run(): void; isFromTab: boolean }[] = []
    /** What reaches a frozen page waits until it thaws; some browsers then lack what other tabs said. */
    const whenAwake =
      <Args extends unknown[]>(run: (...args: Args) => void, isFromTab = false) =>
      (...args: Args) =>
        frozen ? void late.push({ run: () => run(...args), isFromTab }) : run(...args)
    const tabTimers: Timers = {
      after: (milliseconds, run) => timers.after(milliseconds, whenAwake(run)),
      every: (milliseconds, run) => timers.every(milliseconds, whenAwake(run)),
    }
    const openChannel = (name: string, onMessage: (message: TabMessage) => void) => {
      const members = channels.get(name) ?? new Set()
      channels.set(name, members)
      const me = {
        hear: whenAwake((message: unknown) => {
          const parsed = members.has(me) ? parseTabMessage(message) : null
          if (parsed) onMessage(parsed)
        }, true),
      }
      members.add(me)
      return {
        post(message: TabMessage) {
          for (const other of members) if (other !== me) queueMicrotask(() => other.hear(structuredClone(message)))
        },
        close: () => void members.delete(me),
      }
    }
    const openEventSource: OpenEventSource = (url, handlers) =>
      server.open(url, {
        onFrame: whenAwake((name, data, lastEventId) => handlers.onFrame(name, data, lastEventId)),
        onError: whenAwake(() => handlers.onError()),
      })

    const tab = {
      seen: [] as string[],
      /** Where the log ended when the tab read its lists again. */
      readAgainAt: [] as number[],
      states: [] as TwilioSyncState[],
      state: () => tab.states.at(-1),
      wake: () => {},
      freeze() {
        frozen = true
      },
      thaw({ deaf = false } = {}) {
        frozen = false
        const held = late.filter((entry) => !(deaf && entry.isFromTab))
        late = []
        for (const entry of held) entry.run()
      },
      close() {
        frozen = false
        late = []
        client.stop()
      },
      subscribe: (since?: string) => client.subscribe(subscriber(since)),
    }
    const subscriber = (since?: string) => ({
      since,
      onEvent: (event: LiveEvent) => void tab.seen.push(event.id),
      onReset: () => {
        tab.seen.push('reset')
        tab.readAgainAt.push(server.log.length)
      },
    })
    const client = startSyncClient(
      { url: '/sync', identity: 'ada' },
      {
        openEventSource,
        locks: options.shared === false ? null : locks,
        openChannel: options.shared === false ? null : openChannel,
        onWake(run) {
          tab.wake = whenAwake(run)
          return () => undefined
        },
        timers: tabTimers,
        random: () => 0.5,
        now,
      },
      (state) => tab.states.push(state),
    )
    client.subscribe(subscriber(options.since))
    return tab
  }

  return {
    server,
    openTab,
    /** Time passes in small steps, so that what follows from one thing happens before the next. */
    async pass(milliseconds: number) {
      for (let left = milliseconds; left > 0; left -= 500) {
        timers.advance(Math.min(left, 500))
        if (timers.now() % 15_000 < 500) server.heartbeat()
        await settle()
      }
    },
  }
}

export type BrowserTab = ReturnType<ReturnType<typeof createBrowserWorld>['openTab']>

function createServer() {
  type Client = Parameters<OpenEventSource>[1]
  const clients = new Set<Client>()
  const requests: string[] = []
  const log: string[] = []
  let end = 0
  let prunedThrough = 0
  let up = true
  let mute = false
  const send = (client: Client, name: 'ready' | 'reset' | 'heartbeat', id: number) =>
    client.onFrame(name, JSON.stringify({ type: name, id: String(id) }), String(id))
  const sendEvent = (client: Client, id: string) => client.onFrame('message', eventJson(id), id)

  return {
    requests,
    log,
    open(url: string, client: Client) {
      requests.push(url)
      queueMicrotask(() => {
        if (!up) return client.onError()
        clients.add(client)
        const after = Number(new URL(url, 'http://server').searchParams.get('after') ?? end)
        send(client, 'ready', after)
        if (after < prunedThrough || after > end) return send(client, 'reset', end)
        for (const id of log) if (Number(id) > after) sendEvent(client, id)
      })
      return () => void clients.delete(client)
    },
    connections: () => clients.size,
    append() {
      end += 1
      log.push(String(end))
      if (!mute) for (const client of clients) sendEvent(client, String(end))
      return String(end)
    },
    appendUnknown() {
      end += 1
      for (const client of clients) client.onFrame('message', `{"id":"${end}","type":"moon.rose"}`, String(end))
    },
    heartbeat() {
      if (!mute) for (const client of clients) send(client, 'heartbeat', end)
    },
    /** Every connection breaks. */
    cut() {
      for (const client of clients) {
        clients.delete(client)
        client.onError()
      }
    },
    setUp: (now: boolean) => void (up = now),
    /** Connections stay open but bring nothing, as after a network change. */
    setMute: (now: boolean) => void (mute = now),
    prune: () => void (prunedThrough = end),
  }
}

function eventJson(id: string) {
  return JSON.stringify({ id, type: 'person.changed', at: '2026-01-01T00:00:00.000Z', data: { userId: id } })
}

/** Web Locks: one holder, a line, and stealing. */
export function createLocks(): LockRequests {
  type Waiter = { callback(): Promise<void>; settle: { resolve(): void; reject(error: Error): void } }
  let line: Waiter[] = []
  let holder: Waiter | null = null

  const grant = (waiter: Waiter) => {
    holder = waiter
    queueMicrotask(() => void hold(waiter))
  }
  const hold = async (waiter: Waiter) => {
    await waiter.callback()
    waiter.settle.resolve()
    if (holder !== waiter) return
    holder = null
    next()
  }
  const next = () => {
    const first = holder === null ? line.shift() : undefined
    if (first) grant(first)
  }
  return {
    request: (_name, { signal, steal }, callback) =>
      new Promise<void>((resolve, reject) => {
        const waiter: Waiter = { callback, settle: { resolve, reject } }
        if (steal) {
          holder?.settle.reject(new Error('stolen'))
          return grant(waiter)
        }
        signal?.addEventListener('abort', () => {
          if (!line.includes(waiter)) return
          line = line.filter((other) => other !== waiter)
          reject(new Error('aborted'))
        })
        line.push(waiter)
        next()
      }),
  }
}
