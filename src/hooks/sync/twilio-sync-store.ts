import type { Subscription } from './event-feed'
import {
  disconnectedState,
  startSyncClient,
  type SyncBrowser,
  type SyncClient,
  type SyncClientOptions,
} from './sync-client'

/** How long the connection outlives its last user: longer than a page takes to change. */
const lingerMilliseconds = 2_000

/**
 * The tab's one client, shared by all components: it starts with the first of them and stops when the last is gone. Subscriptions live on
 * when the settings change, such as at sign-in as someone else.
 */
export function createTwilioSyncStore(browser: () => SyncBrowser) {
  let options: SyncClientOptions = { url: '/api/twilio/sync', identity: '' }
  let state = disconnectedState
  let client: SyncClient | null = null
  let users = 0
  let cancelStop: (() => void) | null = null
  const watchers = new Set<() => void>()
  const subscriptions = new Map<Subscription, (() => void) | null>()

  function start() {
    client = startSyncClient(options, browser(), (now) => {
      state = now
      for (const watch of watchers) watch()
    })
    for (const subscription of subscriptions.keys()) subscriptions.set(subscription, client.subscribe(subscription))
  }

  function stop() {
    client?.stop()
    client = null
    state = disconnectedState
    for (const watch of watchers) watch()
  }

  function use() {
    users += 1
    cancelStop?.()
    cancelStop = null
    if (!client) start()
    return () => {
      users -= 1
      if (users === 0) cancelStop = browser().timers.after(lingerMilliseconds, stop)
    }
  }

  return {
    getState: () => state,
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      const leave = use()
      return () => {
        watchers.delete(watcher)
        leave()
      }
    },
    subscribe(subscription: Subscription) {
      const leave = use()
      subscriptions.set(subscription, client?.subscribe(subscription) ?? null)
      return () => {
        subscriptions.get(subscription)?.()
        subscriptions.delete(subscription)
        leave()
      }
    },
    /** Other settings: connects anew and tells every subscriber to read again. */
    configure(changes: Partial<SyncClientOptions>) {
      const next = { ...options, ...changes }
      if (next.url === options.url && next.identity === options.identity && next.ticket === options.ticket) return
      options = next
      if (!client) return
      stop()
      start()
      for (const subscription of subscriptions.keys()) subscription.onReset?.()
    },
  }
}
