import type { Outlet } from '@/lib/services/sync/outlet'
import { realTimers } from '@/shared/timers'

const highWaterMark = 65_536

/** How long a client may take to read what was sent before the end. */
const closeMilliseconds = 1_000

/**
 * An outlet into the body of a response. `socketBytes` are those that have left the body but not the process; `destroy` breaks the
 * connection: a client that is cut off must not be sent the rest of what it was too slow for.
 */
export function createSseOutlet(options: { socketBytes: () => number; destroy: () => void; onGone: () => void }) {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let waiting: (() => void)[] = []

  const release = () => {
    const released = waiting
    waiting = []
    for (const resolve of released) resolve()
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started
      },
      pull: release,
      cancel() {
        controller = null
        release()
        options.onGone()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark }),
  )

  const outlet: Outlet = {
    format: 'sse',
    write: (bytes) => controller?.enqueue(bytes),
    pendingBytes: () => (controller ? highWaterMark - (controller.desiredSize ?? 0) + options.socketBytes() : 0),
    async drained() {
      if (controller && (controller.desiredSize ?? 0) <= 0) await new Promise<void>((resolve) => waiting.push(resolve))
    },
    end(reason) {
      const ended = controller
      controller = null
      release()
      if (reason === 'slow') return options.destroy()
      ended?.close()
      realTimers.after(closeMilliseconds, options.destroy)
    },
  }
  return { outlet, body }
}
