import type { IncomingMessage, ServerResponse } from 'node:http'
import { decodePart } from '../http/decode-part.ts'
import { isLocal } from '../http/is-local.ts'
import { matchPath } from '../http/match-path.ts'
import { readBytes } from '../http/read-body.ts'
import type { World } from '../world.ts'
import { accountRoutes } from './account.ts'
import { callRoutes } from './calls.ts'
import { clientRoutes } from './clients.ts'
import { clockRoutes } from './clock.ts'
import { ControlError } from './control-route.ts'
import type { ControlAnswer, ControlRoute } from './control-route.ts'
import { faultRoutes } from './faults.ts'
import { messagingRoutes } from './messaging.ts'
import { phoneCallRoutes } from './phone-calls.ts'
import { phoneMessageRoutes } from './phone-messages.ts'
import { phoneRoutes } from './phones.ts'
import { settingsRoutes } from './settings.ts'
import { soundRoutes } from './sounds.ts'
import { serveStream } from './stream.ts'
import { tokenRoutes } from './tokens.ts'
import { webhookRoutes } from './webhooks.ts'

const routes: ControlRoute[] = [
  ...accountRoutes,
  ...phoneRoutes,
  ...phoneMessageRoutes,
  ...phoneCallRoutes,
  ...callRoutes,
  ...clockRoutes,
  ...faultRoutes,
  ...webhookRoutes,
  ...settingsRoutes,
  ...messagingRoutes,
  ...tokenRoutes,
  ...clientRoutes,
  ...soundRoutes,
]

/** The emulator's own API, for this machine only. */
export async function serveControl(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice('/emulator'.length)
  if (isLocal(request)) allowPages(request, response)
  if (isLocal(request) && request.method === 'OPTIONS') return void response.writeHead(204).end()
  if (isLocal(request) && path === '/stream' && request.method === 'GET') return serveStream(world, response)
  const answer = await answerControl(world, request, url, path).catch(toAnswer)
  const [type, bytes] =
    'file' in answer ? [answer.file.contentType, answer.file.body] : ['application/json', JSON.stringify(answer.json)]
  response.writeHead(answer.status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(bytes)
}

/** Pages of this machine, such as an application's own telephone on another port, may read the answers. */
function allowPages({ headers }: IncomingMessage, response: ServerResponse): void {
  if (headers.origin === undefined) return
  response.setHeader('Access-Control-Allow-Origin', headers.origin)
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE')
  response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
  response.setHeader('Vary', 'Origin')
}

async function answerControl(world: World, request: IncomingMessage, url: URL, path: string): Promise<ControlAnswer> {
  if (!isLocal(request)) throw new ControlError(403, 'forbidden', 'The emulator is steered from its own machine only')
  const matches = routes.flatMap((route) => {
    const params = matchPath(route.pattern, path)
    return params === null ? [] : [{ route, params }]
  })
  if (matches.length === 0) throw new ControlError(404, 'not_found', `There is nothing at ${url.pathname}`)
  const match = matches.find(({ route }) => route.method === request.method)
  if (match === undefined) throw new ControlError(405, 'method_not_allowed', `${request.method} is not possible here`)
  const body = parseBytes(request.headers['content-type'] ?? '', await readBytes(request))
  const params = Object.fromEntries(Object.entries(match.params).map(([name, value]) => [name, decodePart(value)]))
  return match.route.handle({ world, params, query: url.searchParams, body })
}

/** JSON whatever the type says, except that a sound may come as it is. */
function parseBytes(type: string, bytes: Buffer | null): unknown {
  if (bytes === null) throw new ControlError(413, 'too_large', 'The request is too large')
  if (/^audio\//i.test(type)) return { audio: `data:audio/wav;base64,${bytes.toString('base64')}` }
  try {
    return bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new ControlError(400, 'invalid', 'The body is not JSON')
  }
}

function toAnswer(error: unknown): ControlAnswer {
  const known = error instanceof ControlError ? error : new ControlError(500, 'internal', 'Something went wrong')
  return { status: known.status, json: { error: { code: known.code, message: known.message } } }
}
