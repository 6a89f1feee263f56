import type { Database } from '@/lib/db/client'
import { createLimiter } from '@/lib/services/sync/limiter'
import { catchUp, type LogSource } from '@/lib/services/sync/catch-up'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { encodeControl } from '@/lib/services/sync/frames'
import { visibleTopics, type LiveActor } from '@/lib/services/sync/live-actor'
import { createLiveConnections } from '@/lib/services/sync/live-connections'
import { startLogReader } from '@/lib/services/sync/log-reader'
import type { Outlet } from '@/lib/services/sync/outlet'
import { readEvents } from '@/lib/services/sync/read-events'
import type { StoredEvent } from '@/lib/services/sync/stored-event'
import type { Log } from '@/lib/utils/log'
import { ForbiddenError, UnavailableError } from '@/shared/errors'
import type { LiveTopic } from '@/shared/schemas/live-event'
import { realTimers, type Timers } from '@/shared/timers'

const coalesceMilliseconds = 40
const pollMilliseconds = 5_000
const heartbeatMilliseconds = 15_000
const recheckMilliseconds = 30_000

/** How many catch-up pages are read at once: a storm of returning clients must leave connections for everyone else. */
const concurrentPages = 3

const defaultLimits = {
  perActor: 50,
  total: 10_000,
  /** Above this a client is slow. The bytes are shared by all who receive the same. */
  pendingBytes: 1_048_576,
  window: { events: 20_000, bytes: 16_777_216 },
}

export type TwilioSyncOptions = {
  /** Called with what the log has got, as soon as this process has read it; with null when nobody watches and it was passed over unread. */
  onEvents?: (events: readonly StoredEvent[] | null) => void
  /** May the actor, as the stream was opened, still have it? Asked every 30 s and when people or keys change. */
  isStillAllowed?: (actor: LiveActor) => Promise<boolean>
  timers?: Timers
  random?: () => number
  limits?: Partial<typeof defaultLimits>
}

export type TwilioSync = Awaited<ReturnType<typeof startTwilioSync>>

/** Reads the event log, one reader per process, and feeds every live connection. Throws when the database cannot be reached. */
export async function startTwilioSync(
  installation: { connectionString: string; database: Pick<Database, 'pool'>; log: Log },
  options: TwilioSyncOptions = {},
) {
  const { database, log } = installation
  const { timers = realTimers, random = Math.random, isStillAllowed = () => Promise.resolve(true) } = options
  const limits = { ...defaultLimits, ...options.limits }
  const connections = createLiveConnections(limits)
  let stopping = false

  const reader = await startLogReader({
    connectionString: installation.connectionString,
    log,
    timers,
    random,
    coalesceMilliseconds,
    pollMilliseconds,
    windowLimits: limits.window,
    onEvents(events) {
      connections.deliver(events)
      recheckChanged(events)
      options.onEvents?.(events)
    },
    onBreak: () => connections.endAll('interrupted'),
    isWatching: () => connections.stats().connections > 0,
    onSkipped: () => options.onEvents?.(null),
  })

  const limited = createLimiter(concurrentPages)
  const source: LogSource = {
    position: () => reader.position(),
    window: reader.window,
    readPage: (cursor, limit) => limited(() => readEvents(database.pool, cursor, limit)),
    readEnd: () => limited(async () => BigInt(await currentCursor(database.pool))),
  }

  const cancels = [
    timers.every(heartbeatMilliseconds, () => connections.heartbeat(reader.position())),
    timers.every(recheckMilliseconds, () => void connections.endWhereNot(isStillAllowed)),
  ]

  /** A changed person or key is asked about at once; the 30 s are for what leaves no event, such as a session's end. */
  function recheckChanged(events: readonly StoredEvent[]) {
    const changed = events.filter((event) => event.topic === 'people').map((event) => event.json)
    if (changed.length === 0) return
    const concerns = (actor: LiveActor) => {
      const id = JSON.stringify(actor.type === 'operator' ? actor.userId : actor.keyId)
      return changed.some((json) => json.includes(id))
    }
    void connections.endWhereNot(isStillAllowed, concerns)
  }

  return {
    /** The topics a stream would carry. Throws ForbiddenError when the role may see none, LimitExceededError, UnavailableError. */
    admit(actor: LiveActor, wanted: readonly LiveTopic[] | null): LiveTopic[] {
      if (stopping) throw new UnavailableError('The server is stopping. Connect again.')
      const topics = visibleTopics(actor.role, wanted)
      if (topics.length === 0) throw new ForbiddenError()
      connections.requireRoom(actor)
      return topics
    },
    /**
     * Feeds `outlet` from after `cursor` (null: from the log's end) until it leaves. Answers what to call when the client is gone.
     */
    connect(request: { actor: LiveActor; topics: readonly LiveTopic[]; cursor: bigint | null; outlet: Outlet }) {
      const cursor = request.cursor ?? reader.position()
      const connection = connections.add({ ...request, cursor })
      if (stopping) connection.end('stopping')
      request.outlet.write(
        encodeControl(request.outlet.format, { type: 'ready', id: cursor.toString(), topics: request.topics }),
      )
      catchUp(connection, source, timers).catch((error: unknown) => {
        log.warn({ err: error }, 'a live stream could not catch up')
        connection.end('interrupted')
      })
      return () => void connections.remove(connection)
    },
    stats: () => ({ ...connections.stats(), position: reader.position().toString(), window: reader.window.size() }),
    /** Ends every stream, so that server.close() can finish, and lets go of the database. */
    async stop() {
      stopping = true
      for (const cancel of cancels) cancel()
      connections.endAll('stopping')
      await reader.stop()
    },
  }
}
