import type { Timers } from '@/shared/timers'
import type { EventWindow } from './event-window'
import { encodeControl, encodeEvents } from './frames'
import type { LiveConnection } from './live-connection'
import type { StoredEvent } from './stored-event'

/** What is read at once: a client that catches up costs no more memory than this. */
const pageSize = 100
const partBytes = 65_536

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
    let events: readonly StoredEvent[]
    if (connection.cursor >= source.window.floor()) {
      events = source.window.after(connection.cursor, pageSize)
      if (events.length === 0) {
        connection.live = true
        return
      }
    } else {
      const page = await source.readPage(connection.cursor, pageSize)
      events = page.events
      if (connection.cursor < page.prunedThrough) {
        reset(connection, source)
        continue
      }
      if (events.length === 0) connection.cursor = source.window.floor()
    }
    for (const part of partsOf(events)) {
      send(connection, part)
      if (!(await drainedInTime(connection, timers))) return connection.end('slow')
      if (connection.closed) return
    }
  }
}

/** Events in parts of one write each, so that big ones are not all pending at once. */
function partsOf(events: readonly StoredEvent[]) {
  const parts: StoredEvent[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const event of events) {
    bytes += event.json.length
    if (bytes > partBytes) {
      parts.push([])
      bytes = event.json.length
    }
    parts.at(-1)?.push(event)
  }
  return parts
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
