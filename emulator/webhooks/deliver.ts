import { randomUUID } from 'node:crypto'
import type { World } from '../world.ts'
import { parseOverrides } from './connection-overrides.ts'
import type { Overrides, RetryReason } from './connection-overrides.ts'
import type { CookieJar } from './cookies.ts'
import type { DeliveryError } from './delivery-error.ts'
import { readTimedOut } from './delivery-error.ts'
import { authorize } from './authorization.ts'
import type { Reply } from './exchange.ts'
import { sign } from './sign.ts'
import type { Parameters } from './sign.ts'
import { logWebhook } from './webhook-log.ts'
import type { WebhookKind } from './webhook-log.ts'
import { parseWebhookUrl, resolveUrl } from './webhook-url.ts'

export type WebhookRequest = {
  kind: WebhookKind
  url: string
  method: string
  parameters: Parameters
  jar?: CookieJar | undefined
  /** More bytes of an answer than a document may have. */
  bodyLimit?: number
}

export type Delivery =
  | { ok: true; status: number; contentType: string | null; body: Buffer; url: string }
  | { ok: false; code: number; text: string; url: string }

type Trip = { request: WebhookRequest; overrides: Overrides; token: string; deadline: number; attempt: number }
type Hop = { url: string; method: string; parameters: Parameters; authorization: string | null; redirects: number }
type Arrival = { reply: Reply; url: string } | { error: DeliveryError; url: string }

const maxRedirects = 10

/** Sends a webhook with its retries and redirects; a virtual clock waits for it. Never rejects. */
export function deliver(world: World, request: WebhookRequest): Promise<Delivery> {
  return world.clock.track(deliverNow(world, request))
}

async function deliverNow(world: World, request: WebhookRequest): Promise<Delivery> {
  const parsed = parseWebhookUrl(request.url)
  if (parsed === null) return { ok: false, code: 11100, text: 'The URL is malformed', url: request.url }
  const overrides = parseOverrides(parsed.fragment, world.timing.webhookTotal)
  const trip = { request, overrides, token: randomUUID(), deadline: world.clock.now() + overrides.totalTimeout }
  for (let attempt = 1; ; attempt++) {
    const { url, method, parameters } = request
    const arrival = await travel(
      world,
      { ...trip, attempt },
      { url, method, parameters, authorization: null, redirects: 0 },
    )
    const reason = reasonToRetry(arrival)
    const mayRetry = attempt <= overrides.retries && world.clock.now() < trip.deadline
    if (reason === null || !mayRetry || !overrides.retryOn.has(reason)) return conclude(arrival)
  }
}

function reasonToRetry(arrival: Arrival): RetryReason | null {
  if ('error' in arrival) return arrival.error.reason
  if (arrival.reply.status >= 500) return '5xx'
  return arrival.reply.status >= 400 ? '4xx' : null
}

function conclude(arrival: Arrival): Delivery {
  const { url } = arrival
  if ('error' in arrival) return { ok: false, code: arrival.error.code, text: arrival.error.text, url }
  const { status, contentType, body } = arrival.reply
  if (status >= 200 && status < 300) return { ok: true, status, contentType, body, url }
  return { ok: false, code: 11200, text: `Got HTTP ${status} response to ${url}`, url }
}

/** Follows redirects and answers a request for Basic credentials, as one attempt. */
async function travel(world: World, trip: Trip, hop: Hop): Promise<Arrival> {
  const arrival = await send(world, trip, hop)
  if ('error' in arrival) return arrival
  const { reply, url } = arrival
  const { userInfo = null, path = '/' } = parseWebhookUrl(url) ?? {}
  if (reply.status === 401 && userInfo !== null && hop.authorization === null) {
    const authorization = authorize(userInfo, reply.authenticate ?? '', hop.method, path)
    return authorization === null ? arrival : travel(world, trip, { ...hop, authorization })
  }
  if (![301, 302, 303, 307, 308].includes(reply.status) || reply.location === null) return arrival
  if (hop.redirects >= maxRedirects) return { error: { code: 11215, text: 'Too many redirects', reason: null }, url }
  const next = resolveUrl(reply.location, url)
  if (next === null) return { error: { code: 11100, text: 'The redirect leads nowhere', reason: null }, url }
  const keeps = reply.status >= 307 || hop.method === 'GET'
  return travel(world, trip, {
    url: next,
    method: keeps ? hop.method : 'GET',
    parameters: reply.status >= 307 ? hop.parameters : {},
    authorization: null,
    redirects: hop.redirects + 1,
  })
}

async function send(world: World, trip: Trip, hop: Hop): Promise<Arrival> {
  const { kind, jar } = trip.request
  const isFile = kind === 'play' || kind === 'media'
  const form = new URLSearchParams(hop.parameters).toString()
  const isPost = hop.method === 'POST'
  const url = parseWebhookUrl(hop.url, isPost ? '' : form)
  if (url === null) return { error: { code: 11100, text: 'The URL is malformed', reason: null }, url: hop.url }
  const left = trip.deadline - world.clock.now()
  if (left <= 0) return { error: readTimedOut, url: url.href }
  const signature = isFile ? null : sign(world.account.authToken, url.href, isPost ? hop.parameters : {})
  const cookie = jar?.header() ?? null
  const host = /^https?:\/\/(?:[^/@]*@)?([^/?]+)/.exec(url.href)?.[1] ?? url.hostname
  const headers: Record<string, string> = {
    Host: host,
    'User-Agent': 'TwilioProxy/1.1',
    Accept: '*/*',
    'X-Home-Region': 'us1',
    'I-Twilio-Idempotency-Token': trip.token,
    ...(signature === null ? {} : { 'X-Twilio-Signature': signature }),
    ...(isPost ? { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' } : {}),
    ...(isPost ? { 'Content-Length': String(Buffer.byteLength(form)) } : {}),
    ...(cookie === null ? {} : { Cookie: cookie }),
    ...(hop.authorization === null ? {} : { Authorization: hop.authorization }),
  }
  const started = world.clock.now()
  const entry = logWebhook(world, {
    kind,
    method: hop.method,
    url: url.href,
    parameters: hop.parameters,
    signature,
    attempt: trip.attempt,
  })
  const exchange = await world.outbound.exchange({
    url,
    method: hop.method,
    headers,
    body: isPost ? form : null,
    connectTimeout: Math.min(trip.overrides.connectTimeout, left),
    readTimeout: Math.min(trip.overrides.readTimeout, left),
    bodyLimit: trip.request.bodyLimit,
  })
  entry.ms = world.clock.now() - started
  if ('error' in exchange) entry.error = exchange.error.text
  else {
    const { status, contentType, body, setCookie } = exchange.reply
    jar?.store(setCookie)
    entry.answer = { status, contentType, body: isFile ? '' : body.toString('utf8').slice(0, 65_536) }
  }
  world.changes.emit('webhook', entry.id)
  return { ...exchange, url: url.href }
}
