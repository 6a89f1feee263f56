import type { Timers } from '@/shared/timers'
import type { EventWindow } from './event-window'
import { encodeControl, encodeEvents } from './frames'
import type { LiveConnection } from './live-connection'
import type { StoredEvent } from './stored-event'

const pageSize = 200

/** A client that takes nothing for this long is not slow but gone. */
const stallMilliseconds = 30_000

export type LogSource = {
  position(): bigint
  window: EventWindow
  /** From the database, for what the window no longer holds. */
  readPage(cursor: bigint, limit: number): Promise<{ events: StoredEvent[]; prunedThrough: bigint }>
  readEnd(): Promise<bigint>
}

/**
 * Brings a connection from its cursor to the end of the log, a page at a time and no faster than the client reads, then makes it live. The
 * last look and the turn to live are one step, so no event falls between. A cursor the log does not reach gets a reset.
 */
export async function catchUp(connection: LiveConnection, source: LogSource, timers: Timers) {
  // Ahead of us: another instance has read further, or the log was restored to before that cursor.
  if (connection.cursor > source.position() && connection.cursor > (await source.readEnd())) reset(connection, source)

  while (!connection.closed) {
    if (connection.cursor >= source.window.floor()) {
      const events = source.window.after(connection.cursor, pageSize)
      if (events.length === 0) {
        connection.live = true
        return
      }
      send(connection, events)
    } else {
      const { events, prunedThrough } = await source.readPage(connection.cursor, pageSize)
      if (connection.cursor < prunedThrough) reset(connection, source)
      else if (events.length === 0) connection.cursor = source.window.floor()
      else send(connection, events)
    }
    if (!(await drainedInTime(connection, timers))) return connection.end('slow')
  }
}

function send(connection: LiveConnection, events: readonly StoredEvent[]) {
  const visible = events.filter((event) => event.topic !== null && connection.topics.includes(event.topic))
  if (visible.length > 0) connection.outlet.write(encodeEvents(connection.outlet.format, visible))
  connection.cursor = events.at(-1)?.id ?? connection.cursor
}

function reset(connection: LiveConnection, source: LogSource) {
  connection.cursor = source.position()
  connection.outlet.write(encodeControl(connection.outlet.format, { type: 'reset', id: connection.cursor.toString() }))
}

async function drainedInTime(connection: LiveConnection, timers: Timers): Promise<boolean> {
  let cancel: (() => void) | null = null
  const stalled = new Promise<boolean>((resolve) => {
    cancel = timers.after(stallMilliseconds, () => resolve(false))
  })
  const drained = connection.outlet.drained().then(() => true)
  return Promise.race([drained, stalled]).finally(() => cancel?.())
}
