import { actorName } from '@/lib/context'
import { LimitExceededError } from '@/shared/errors'
import type { LiveTopic } from '@/shared/schemas/live-event'
import { encodeControl, encodeEvents, type FrameFormat } from './frames'
import type { LiveActor } from './live-actor'
import type { LiveConnection } from './live-connection'
import type { EndReason, Outlet } from './outlet'
import type { StoredEvent } from './stored-event'

export type ConnectionLimits = { perActor: number; total: number; pendingBytes: number }

/**
 * The live connections of this process. A batch of events is encoded once per audience and each member gets the same bytes in one write; one
 * that has too much pending is cut off and resumes from its cursor, so a slow client costs memory only up to the limit.
 */
export function createLiveConnections(limits: ConnectionLimits) {
  const connections = new Set<LiveConnection>()
  const perActor = new Map<string, number>()
  let cutOff = 0

  function add(request: { actor: LiveActor; topics: readonly LiveTopic[]; outlet: Outlet; cursor: bigint }) {
    const name = actorName(request.actor)
    const connection: LiveConnection = {
      ...request,
      audience: `${request.outlet.format} ${request.topics.join(',')}`,
      live: false,
      closed: false,
      end(reason) {
        if (!remove(connection)) return
        if (reason === 'slow') cutOff += 1
        request.outlet.end(reason)
      },
    }
    connections.add(connection)
    perActor.set(name, (perActor.get(name) ?? 0) + 1)
    return connection
  }

  function remove(connection: LiveConnection) {
    if (!connections.delete(connection)) return false
    connection.closed = true
    const name = actorName(connection.actor)
    const left = (perActor.get(name) ?? 1) - 1
    if (left === 0) perActor.delete(name)
    else perActor.set(name, left)
    return true
  }

  return {
    add,
    /** For a client that left by itself. */
    remove,
    /** Throws LimitExceededError when the actor, or the process, has as many streams as it may. */
    requireRoom(actor: LiveActor) {
      if ((perActor.get(actorName(actor)) ?? 0) >= limits.perActor) {
        throw new LimitExceededError(`At most ${limits.perActor} live streams may be open at once.`, 5)
      }
      if (connections.size >= limits.total) throw new LimitExceededError('Too many live streams are open here.', 5)
    },
    deliver(events: readonly StoredEvent[]) {
      const first = events[0]
      const last = events.at(-1)
      if (!first || !last) return
      const encoded = new Map<string, Buffer>()
      for (const connection of connections) {
        if (!connection.live || connection.cursor >= last.id) continue
        const fresh = connection.cursor < first.id
        let bytes = fresh ? encoded.get(connection.audience) : undefined
        if (bytes === undefined) {
          bytes = encodeFor(connection, events)
          if (fresh) encoded.set(connection.audience, bytes)
        }
        connection.cursor = last.id
        if (bytes.length === 0) continue
        if (connection.outlet.pendingBytes() > limits.pendingBytes) connection.end('slow')
        else connection.outlet.write(bytes)
      }
    },
    /** Shows that the streams are alive, and moves the cursors of clients whose topics are quiet. */
    heartbeat(position: bigint) {
      const encoded = new Map<FrameFormat, Buffer>()
      for (const connection of connections) {
        if (!connection.live || connection.cursor > position) continue
        const { format } = connection.outlet
        const bytes = encoded.get(format) ?? encodeControl(format, { type: 'heartbeat', id: position.toString() })
        encoded.set(format, bytes)
        if (connection.outlet.pendingBytes() > limits.pendingBytes) connection.end('slow')
        else connection.outlet.write(bytes)
      }
    },
    endAll(reason: EndReason) {
      for (const connection of connections) connection.end(reason)
    },
    /** Ends the streams of every actor who may no longer have what they had. An answer that fails changes nothing. */
    async endWhereNot(
      isStillAllowed: (actor: LiveActor) => Promise<boolean>,
      concerns: (actor: LiveActor) => boolean = () => true,
    ) {
      const byActor = Map.groupBy(
        [...connections].filter((connection) => concerns(connection.actor)),
        (connection) => `${actorName(connection.actor)} ${JSON.stringify(connection.actor)}`,
      )
      for (const group of byActor.values()) {
        const actor = group[0]?.actor
        if (actor && !(await isStillAllowed(actor).catch(() => true))) {
          for (const connection of group) connection.end('not-allowed')
        }
      }
    },
    stats: () => ({ connections: connections.size, cutOff }),
  }
}

function encodeFor(connection: LiveConnection, events: readonly StoredEvent[]) {
  return encodeEvents(
    connection.outlet.format,
    events.filter(
      (event) => event.id > connection.cursor && event.topic !== null && connection.topics.includes(event.topic),
    ),
  )
}
