import type { Log } from '@/lib/utils/log'
import type { Timers } from '@/shared/timers'
import { currentCursor } from './current-cursor'
import { createEventWindow, type EventWindow } from './event-window'
import { openLogConnection } from './log-connection'
import { readEvents } from './read-events'
import type { StoredEvent } from './stored-event'

const pageSize = 500

export type LogReader = {
  /** Every event up to here has been handed to `onEvents`. */
  position(): bigint
  window: EventWindow
  /** Reads soon, as if notified. */
  wake(): void
  stop(): Promise<void>
}

/**
 * Follows the event log from its end: reads in id order when notified and every `pollMilliseconds`, at most once per `coalesceMilliseconds`
 * (the first event of a quiet time at once). `onBreak` runs when the log ends before our position (the database was restored) or begins
 * after it (we were away for days): who is connected can only begin anew. While nobody `isWatching`, events are passed over unread
 * (`onSkipped`).
 */
export async function startLogReader(options: {
  connectionString: string
  log: Log
  timers: Timers
  random: () => number
  coalesceMilliseconds: number
  pollMilliseconds: number
  windowLimits: { events: number; bytes: number }
  onEvents: (events: readonly StoredEvent[]) => void
  onBreak: () => void
  isWatching: () => boolean
  onSkipped: () => void
}): Promise<LogReader> {
  const window = createEventWindow(0n, options.windowLimits)
  let position = 0n
  let running = false
  let reading: Promise<void> | null = null
  let cooling = false
  let wanted = false
  let checkEnd = false

  const connection = await openLogConnection({
    ...options,
    onOpen() {
      checkEnd = true
      wake()
    },
    onNotify: wake,
  })
  try {
    const first = connection.current()
    if (!first) throw new Error('the live event connection was lost at start')
    restart(BigInt(await currentCursor(first)))
  } catch (error) {
    await connection.stop()
    throw error
  }
  running = true
  const stopPolling = options.timers.every(options.pollMilliseconds, wake)
  wake()

  function breakAt(cursor: bigint) {
    restart(cursor)
    options.onBreak()
  }

  /** A client that comes later with an older cursor reads what was passed over from the database. */
  function skip(end: bigint) {
    if (end <= position) return
    restart(end)
    options.onSkipped()
  }

  function restart(end: bigint) {
    position = end
    window.restart(end)
    checkEnd = false
  }

  function wake() {
    wanted = true
    if (reading !== null || cooling || !running) return
    wanted = false
    cooling = true
    options.timers.after(options.coalesceMilliseconds, () => {
      cooling = false
      if (wanted) wake()
    })
    reading = read()
      .catch((error: unknown) => connection.replace(error))
      .finally(() => {
        reading = null
        if (wanted) wake()
      })
  }

  async function read() {
    for (;;) {
      const client = connection.current()
      if (client === null) return
      if (checkEnd) {
        const end = BigInt(await currentCursor(client))
        checkEnd = false
        if (end < position) breakAt(end)
      }
      if (!options.isWatching()) {
        const end = BigInt(await currentCursor(client))
        // Whoever has come while we asked is to get what lies between.
        if (!options.isWatching()) return skip(end)
      }
      const { events, prunedThrough } = await readEvents(client, position, pageSize)
      if (prunedThrough > position) breakAt(prunedThrough)
      const last = events.at(-1)
      if (last) {
        window.add(events)
        position = last.id
        options.onEvents(events)
      }
      if (events.length < pageSize) return
    }
  }

  return {
    position: () => position,
    window,
    wake,
    async stop() {
      stopPolling()
      running = false
      await reading
      await connection.stop()
    },
  }
}
