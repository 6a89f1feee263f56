import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestRule } from '../faults/fault-rules.ts'
import { errorBody, RestError } from '../rest/rest-error.ts'
import type { RestAnswer } from '../rest/route.ts'
import { answerApi } from '../rest/router.ts'
import type { World } from '../world.ts'
import { decodePart } from './decode-part.ts'
import { readBody } from './read-body.ts'

const slowMs = 3000
const usualCodes: Record<number, number> = { 429: 20_429, 503: 20_503, 401: 20_003, 403: 20_403, 404: 20_404 }

function faultError(rule: RequestRule): RestError {
  const message = rule.status === 429 ? 'Too Many Requests' : 'The request failed as a fault rule asks'
  return new RestError(rule.status, rule.code ?? usualCodes[rule.status] ?? 20_500, message)
}

/** One request to Twilio's API, with the faults that strike it. */
export async function serveApi(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  world.load.requests += 1
  response.once('close', () => (world.load.requests -= 1))
  const body = await readBody(request)
  const method = request.method ?? 'GET'
  const fault = world.faults.forRequest(method, url.pathname)
  if (fault?.action === 'reset-before') return void request.socket.destroy()
  if (fault?.action === 'timeout') return
  if (fault?.action === 'slow') await world.clock.sleep(fault.delayMs ?? slowMs)
  const answer = answerOrError(world, request, url, body, fault)
  if (fault?.action === 'reset-after') return void request.socket.destroy()
  if (fault?.action === 'timeout-after') return
  writeAnswer(world, response, answer)
}

function answerOrError(
  world: World,
  request: IncomingMessage,
  url: URL,
  body: string | null,
  fault: RequestRule | null,
): RestAnswer {
  try {
    if (fault?.action === 'fail') throw faultError(fault)
    if (body === null) throw new RestError(413, 20_413, 'The request is too large')
    return answerApi(world, {
      method: request.method ?? 'GET',
      path: decodePart(url.pathname),
      query: url.searchParams,
      body: new URLSearchParams(body),
      authorization: request.headers.authorization,
    })
  } catch (error) {
    const known = error instanceof RestError ? error : new RestError(500, 20_500, 'Internal Server Error')
    return { status: known.status, json: errorBody(known) }
  }
}

function writeAnswer(world: World, response: ServerResponse, answer: RestAnswer): void {
  const headers = {
    'Twilio-Request-Id': world.newSid('RQ'),
    'Twilio-Concurrent-Requests': String(world.load.requests),
    'X-Home-Region': 'us1',
    'X-API-Domain': 'api.twilio.com',
    ...(answer.status === 401 ? { 'WWW-Authenticate': 'Basic realm="Twilio API"' } : {}),
  }
  if ('file' in answer) {
    response.writeHead(answer.status, { ...headers, ...answer.headers })
    answer.file.pipe(response)
    response.once('close', () => answer.file.destroy())
  } else if ('json' in answer) {
    const body = JSON.stringify(answer.json)
    const length = Buffer.byteLength(body)
    response.writeHead(answer.status, { ...headers, 'Content-Type': 'application/json', 'Content-Length': length })
    response.end(body)
  } else response.writeHead(204, headers).end()
}
