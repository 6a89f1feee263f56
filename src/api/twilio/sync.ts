import { upgradeWebSocket } from '@hono/node-server'
import { Hono, type Context as HonoContext } from 'hono'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { AppEnv } from '@/api/request-context'
import { decidesItself } from '@/api/declare-access'
import { describeOperation } from '@/api/describe-operation'
import { validated } from '@/api/validated'
import { nodeBindings } from '@/api/twilio/sync/node-bindings'
import { requireOwnOrigin } from '@/api/twilio/sync/require-own-origin'
import { createSseOutlet } from '@/api/twilio/sync/sse-outlet'
import { createWebSocketOutlet } from '@/api/twilio/sync/web-socket-outlet'
import type { Installation } from '@/lib/context'
import { issueTicket } from '@/lib/services/sync/issue-ticket'
import { isLiveActor, type LiveActor } from '@/lib/services/sync/live-actor'
import { parseCursor } from '@/lib/services/sync/parse-cursor'
import { redeemTicket } from '@/lib/services/sync/redeem-ticket'
import { InvalidError, UnauthenticatedError } from '@/shared/errors'
import { parseInput } from '@/shared/parse-input'
import { liveTopics } from '@/shared/schemas/live-event'

const StreamQuery = z.object({
  after: z.string().optional(),
  ticket: z.string().max(100).optional(),
  topics: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(liveTopics)))
    .optional(),
})

const Ticket = z.object({ ticket: z.string(), expiresAt: z.iso.datetime() })

const tag = 'Live events'
const frames =
  'Each event is `{ id, type, at, data }`; ids are decimal strings that, as integers, sort by commit order. `ready` comes first, `heartbeat` while ' +
  'nothing happens, and `reset` when `after` is older than the log: read again what is shown. `after` resumes behind an id, such as the ' +
  '`syncCursor` of a list; `topics` narrows the stream. What the role may not see does not come.'

const sseHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  // nginx would hold events back.
  'X-Accel-Buffering': 'no',
}

/** Live events under /api/twilio/sync: Server-Sent Events, the same as a WebSocket at /ws, and one-time tickets for both. */
export function sync(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'Live events as Server-Sent Events',
      description: `${frames} A header Last-Event-ID counts before \`after\`.`,
      answers: { 200: { description: 'text/event-stream, without end' } },
    }),
    decidesItself('signed-in'),
    validated('query', StreamQuery),
    async (c) => {
      const request = await admit(installation, c)
      // A HEAD is answered by the same route but nobody reads its body: a stream for it would never end.
      if (c.req.method === 'HEAD') return c.body(null, 200, sseHeaders)
      let leave: (() => void) | null = null
      const { outgoing } = nodeBindings(c.env)
      const { outlet, body } = createSseOutlet({
        socketBytes: () => outgoing?.writableLength ?? 0,
        destroy: () => outgoing?.destroy(),
        onGone: () => leave?.(),
      })
      leave = installation.sync.connect({ ...request, outlet })
      return c.body(body, 200, sseHeaders)
    },
  )

  app.get(
    '/ws',
    describeOperation({
      tag,
      summary: 'The same as a WebSocket, with the same parameters',
      description: frames,
      answers: { 101: { description: 'One JSON text message for each frame' } },
    }),
    decidesItself('signed-in'),
    async (c, next) => {
      const { incoming } = nodeBindings(c.env)
      if (!incoming || c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
        throw new InvalidError('Connect here with a WebSocket.')
      }
      const request = await admit(installation, c)
      let leave: (() => void) | null = null
      return upgradeWebSocket(() => ({
        onOpen(_event, { raw }) {
          if (!(raw instanceof WebSocket)) return
          leave = installation.sync.connect({ ...request, outlet: createWebSocketOutlet(raw, incoming.socket) })
        },
        onClose: () => leave?.(),
        // A close always follows.
        onError: () => undefined,
      }))(c, next)
    },
  )

  app.post(
    '/ticket',
    describeOperation({
      tag,
      summary: 'A one-time ticket that signs one stream in, for thirty seconds',
      description: 'For a page of another origin, whose streams carry neither cookie nor header: pass it as `ticket`.',
      answers: { 201: { description: 'It', schema: Ticket } },
    }),
    decidesItself('signed-in'),
    async (c) => {
      const actor = c.get('actor')
      if (!isLiveActor(actor)) throw new UnauthenticatedError()
      requireOwnOrigin(installation.config, c)
      return c.json(await issueTicket(installation, actor), 201)
    },
  )

  return app
}

/** Who asks, for which topics, from where; everything that can be refused is refused here, before a stream begins. */
async function admit(installation: Installation, c: HonoContext<AppEnv>) {
  const query = parseInput(StreamQuery, c.req.query())
  // A browser that reconnects by itself repeats the address but sends the newer id as a header.
  const after = c.req.header('last-event-id') || query.after
  const cursor = after ? parseCursor(after) : null
  const actor = await whoAsks(installation, c, query.ticket)
  return { actor, cursor, topics: installation.sync.admit(actor, query.topics ?? null) }
}

async function whoAsks(installation: Installation, c: HonoContext<AppEnv>, ticket?: string): Promise<LiveActor> {
  if (ticket !== undefined) return redeemTicket(installation, ticket)
  const actor = c.get('actor')
  if (!isLiveActor(actor)) throw new UnauthenticatedError()
  requireOwnOrigin(installation.config, c)
  return actor
}
