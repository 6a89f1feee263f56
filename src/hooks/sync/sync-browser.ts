import { realTimers } from '@/shared/timers'
import type { OpenEventSource } from './live-stream'
import type { SyncBrowser } from './sync-client'
import { frameNames } from './sync-frame'
import { parseTabMessage } from './tab-message'

/** The real browser. Web Locks exist only on https and localhost; without them each tab connects by itself. */
export function syncBrowser(): SyncBrowser {
  const canShare = typeof BroadcastChannel !== 'undefined' && 'locks' in navigator
  return {
    openEventSource,
    locks: canShare ? navigator.locks : null,
    openChannel: canShare ? openChannel : null,
    onWake,
    timers: realTimers,
    random: Math.random,
    now: Date.now,
  }
}

const openEventSource: OpenEventSource = (url, handlers) => {
  const source = new EventSource(url)
  for (const name of frameNames) {
    source.addEventListener(name, (event: MessageEvent<unknown>) => {
      if (typeof event.data === 'string') handlers.onFrame(name, event.data, event.lastEventId)
    })
  }
  source.addEventListener('error', () => {
    source.close()
    handlers.onError()
  })
  return () => source.close()
}

const openChannel: NonNullable<SyncBrowser['openChannel']> = (name, onMessage) => {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = parseTabMessage(event.data)
    if (message) onMessage(message)
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is same-origin by nature
  return { post: (message) => channel.postMessage(message), close: () => channel.close() }
}

function onWake(run: () => void) {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') run()
  }
  document.addEventListener('visibilitychange', whenVisible)
  window.addEventListener('pageshow', run)
  window.addEventListener('online', run)
  return () => {
    document.removeEventListener('visibilitychange', whenVisible)
    window.removeEventListener('pageshow', run)
    window.removeEventListener('online', run)
  }
}
