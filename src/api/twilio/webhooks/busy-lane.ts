import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { assertUtf8, largestBody } from '@/api/middleware/read-webhook-body'
import { verifyWebhook, type SignedWebhook } from '@/lib/auth/verify-webhook'
import type { Installation } from '@/lib/context'
import { busyWebhooks, type PlainWebhook } from './busy-webhooks'
import { inTurn, whileCallerWaits } from './callers-first'
import { observeWebhook } from './observe-webhook'
import { passOn } from './passed-on'

type Lane = {
  handle: PlainWebhook
  callerWaits: boolean
  observe: (method: string, status: number, milliseconds: number) => void
}

/**
 * Answers the busiest webhooks, texts, their statuses and the steps of flows, from Node's own request: the router and the Request and Response
 * of the Fetch standard cost as much as all else we do for one. Only the ordinary case: a form of known length that is signed, handled and durable. Whatever
 * is not goes to `others`, which is the whole application, and an error with it (see `passOn`): there is one translation of errors.
 */
export function busyLane(installation: Installation, others: RequestListener): RequestListener {
  const lanes = new Map(
    Object.entries(busyWebhooks).map(([route, { create, callerWaits }]): [string, Lane] => [
      route,
      { handle: create(installation), callerWaits, observe: observeWebhook(installation.metrics, route) },
    ]),
  )
  const authTokens = () => installation.config.twilio.authTokens

  async function answer(lane: Lane, request: IncomingMessage, response: ServerResponse, body: Buffer, begun: number) {
    const target = request.url ?? ''
    let signed: SignedWebhook | undefined
    try {
      assertUtf8(body)
      const signature = String(request.headers['x-twilio-signature'])
      signed = verifyWebhook(installation.config, { target, body, json: false, signature, authTokens })
      const answer = await lane.handle(signed, (name) => queryValue(target, name))
      const end = () => {
        send(response, answer)
        lane.observe('POST', response.statusCode, performance.now() - begun)
      }
      if (lane.callerWaits) end()
      else inTurn(end)
    } catch (error) {
      passOn(request, { error, signed })
      others(request, response)
    }
  }

  return function receive(request, response) {
    const lane = request.method === 'POST' ? lanes.get(pathOf(request.url ?? '')) : undefined
    if (!lane || !isOrdinary(request)) return others(request, response)
    const begun = performance.now()
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    // Who hangs up while sending hears nothing.
    request.on('error', () => undefined)
    request.on('end', () => {
      const [first = Buffer.alloc(0)] = chunks
      const body = chunks.length === 1 ? first : Buffer.concat(chunks)
      const begin = () => answer(lane, request, response, body, begun)
      if (lane.callerWaits) void whileCallerWaits(begin)
      else inTurn(() => void begin())
    })
  }
}

function send(response: ServerResponse, answer: string | null) {
  if (answer === null) response.writeHead(204).end()
  else response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(answer) }).end(answer)
}

/** A signed form that says how long it is. */
function isOrdinary({ headers }: IncomingMessage) {
  return (
    Number(headers['content-length']) <= largestBody &&
    headers['x-twilio-signature'] !== undefined &&
    headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  )
}

function pathOf(target: string) {
  const query = target.indexOf('?')
  return query === -1 ? target : target.slice(0, query)
}

function queryValue(target: string, name: string) {
  const query = target.indexOf('?')
  return query === -1 ? undefined : (new URLSearchParams(target.slice(query + 1)).get(name) ?? undefined)
}
