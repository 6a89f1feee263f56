import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { FetchError } from './fetch-error'
import { lookupOf, resolvePublic, type Resolver } from './resolve-public'

export type GuardedFetch = {
  /** The one origin that may lie anywhere, also on this machine, and that the credentials are sent to: Twilio's API as configured. */
  trusted?: { origin: string; username: string; password: string }
  /** Origins that may lie anywhere and get no credentials: those an administrator has named. */
  allowedOrigins?: readonly string[]
  /** POST of a body in place of a GET; it follows no redirect. */
  post?: { contentType: string; body: string }
  /** Answers other than 200 are answers too. */
  anyStatus?: boolean
  maximumBytes: number
  /** For all of it, redirects and body too. */
  timeoutMilliseconds: number
  resolver?: Resolver
}

/** `body` throws FetchError when it grows beyond the maximum, takes too long or breaks off. It must be read, or `discard` called. */
export type Fetched = { status: number; headers: IncomingHttpHeaders; body: AsyncIterable<Uint8Array>; discard(): void }

const maximumRedirects = 3

/**
 * GET (or POST) of an address that somebody else chose. Only http and https; each address that is connected to, after every redirect too, is a public one
 * (`isPublicAddress`), resolved once and connected to as resolved. Throws FetchError for what is refused, and for an answer other than 200.
 */
export async function guardedFetch(address: string, options: GuardedFetch): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeoutMilliseconds)
  let url = parse(address)
  for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
    const response = await requestOnce(url, options, signal)
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if (status < 300 || status >= 400 || location === undefined || options.post) return bodyOf(response, options)
    response.destroy()
    url = redirected(url, location)
  }
  throw new FetchError('refused', 'The address leads from one to the next too often.')
}

function parse(address: string, base?: URL) {
  const url = URL.parse(address, base)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new FetchError('refused', 'Only http and https addresses are fetched.')
  if (url.username !== '' || url.password !== '')
    throw new FetchError('refused', 'Addresses with a password in them are not fetched.')
  return url
}

function redirected(from: URL, location: string) {
  const url = parse(location, from)
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw new FetchError('refused', 'A secure address that leads to an insecure one is not followed.')
  return url
}

async function requestOnce(url: URL, options: GuardedFetch, signal: AbortSignal) {
  const { trusted, allowedOrigins = [], post, resolver } = options
  const isTrusted = trusted?.origin === url.origin
  const addresses =
    isTrusted || allowedOrigins.includes(url.origin)
      ? null
      : await within(signal, resolvePublic(url.hostname, resolver))
  const credentials = `${trusted?.username}:${trusted?.password}`
  const headers = {
    Accept: '*/*',
    'Accept-Encoding': 'identity',
    'User-Agent': 'eva-twilio',
    ...(post ? { 'Content-Type': post.contentType, 'Content-Length': Buffer.byteLength(post.body) } : {}),
    ...(isTrusted ? { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } : {}),
  }
  const lookup = addresses ? { lookup: lookupOf(addresses) } : {}
  return new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = send(url, { agent: false, signal, headers, method: post ? 'POST' : 'GET', ...lookup })
    outgoing.once('response', resolve)
    outgoing.once('error', (cause) => reject(broken(cause)))
    outgoing.end(post?.body)
  })
}

/** A name that nobody resolves takes no longer than all of it may. */
async function within<Answer>(signal: AbortSignal, work: Promise<Answer>): Promise<Answer> {
  const late = Promise.withResolvers<never>()
  const onAbort = () => late.reject(new FetchError('failed', 'The file could not be fetched: it took too long.'))
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work, late.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
    late.promise.catch(() => undefined)
    work.catch(() => undefined)
  }
}

function bodyOf(response: IncomingMessage, { maximumBytes, anyStatus = false }: GuardedFetch): Fetched {
  const status = response.statusCode ?? 0
  const isTooLarge = Number(response.headers['content-length'] ?? 0) > maximumBytes
  const isRefused = status !== 200 && !anyStatus
  if (isRefused || isTooLarge) response.destroy()
  if (isRefused) throw new FetchError('failed', `The file could not be fetched: the answer was HTTP ${status}.`)
  if (isTooLarge) throw tooLarge(maximumBytes)
  return {
    status,
    headers: response.headers,
    body: bytesWithin(response, maximumBytes),
    discard: () => void response.destroy(),
  }
}

async function* bytesWithin(response: IncomingMessage, maximumBytes: number): AsyncGenerator<Uint8Array> {
  let length = 0
  try {
    for await (const chunk of response.iterator()) {
      length += chunk.length
      if (length > maximumBytes) throw tooLarge(maximumBytes)
      yield chunk
    }
  } catch (error) {
    throw error instanceof FetchError ? error : broken(error)
  }
}

function tooLarge(maximumBytes: number) {
  return new FetchError('refused', `The file is larger than ${Math.floor(maximumBytes / 1_048_576)} MB.`)
}

function broken(cause: unknown) {
  const isLate = cause instanceof Error && cause.name === 'AbortError'
  const what = isLate ? 'it took too long' : 'the connection failed'
  return new FetchError('failed', `The file could not be fetched: ${what}.`, { cause })
}
