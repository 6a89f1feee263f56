import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { EndReason, Outlet } from '@/lib/services/sync/outlet'
import { realTimers } from '@/shared/timers'

/** RFC 6455 and IANA's close codes; 4401 is ours. */
const closeCodes = {
  stopping: 1001,
  interrupted: 1012,
  slow: 1013,
  'not-allowed': 4401,
} as const satisfies Record<EndReason, number>

/** How long a client may take to answer a close before the connection is broken. */
const closeMilliseconds = 1_000

/**
 * An outlet into a WebSocket. Frames come ready-made and go straight to the socket: encoded once for all clients, one write for many events.
 * That is sound because the server compresses nothing, so the library writes its own control frames whole.
 */
export function createWebSocketOutlet(webSocket: WebSocket, socket: Socket): Outlet {
  return {
    format: 'websocket',
    write(bytes) {
      if (webSocket.readyState === webSocket.OPEN) socket.write(bytes)
    },
    pendingBytes: () => socket.writableLength,
    async drained() {
      if (!socket.writableNeedDrain) return
      await new Promise<void>((resolve) => {
        const done = () => {
          socket.off('drain', done)
          socket.off('close', done)
          resolve()
        }
        socket.on('drain', done)
        socket.on('close', done)
      })
    },
    end(reason) {
      if (reason === 'slow') return webSocket.terminate()
      webSocket.close(closeCodes[reason], reason)
      webSocket.once(
        'close',
        realTimers.after(closeMilliseconds, () => webSocket.terminate()),
      )
    },
  }
}
