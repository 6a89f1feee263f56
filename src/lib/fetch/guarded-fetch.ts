import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { FetchError } from './fetch-error'
import { lookupOf, resolvePublic, type Resolver } from './resolve-public'

export type GuardedFetch = {
  /** The one origin that may lie anywhere, also on this machine, and that the credentials are sent to: Twilio's API as configured. */
  trusted?: { origin: string; username: string; password: string }
  maximumBytes: number
  /** For all of it, redirects and body too. */
  timeoutMilliseconds: number
  resolver?: Resolver
}

/** `body` throws FetchError when it grows beyond the maximum, takes too long or breaks off. It must be read, or `discard` called. */
export type Fetched = { headers: IncomingHttpHeaders; body: AsyncIterable<Uint8Array>; discard(): void }

const maximumRedirects = 3

/**
 * GET of an address that somebody else chose. Only http and https; each address that is connected to, after every redirect too, is a public one
 * (`isPublicAddress`), resolved once and connected to as resolved. Throws FetchError for what is refused, and for an answer other than 200.
 */
export async function guardedFetch(address: string, options: GuardedFetch): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeoutMilliseconds)
  let url = parse(address)
  for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
    const response = await requestOnce(url, options, signal)
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if (status < 300 || status >= 400 || location === undefined) return bodyOf(response, options.maximumBytes)
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

async function requestOnce(url: URL, { trusted, resolver }: GuardedFetch, signal: AbortSignal) {
  const isTrusted = trusted?.origin === url.origin
  const addresses = isTrusted ? null : await resolvePublic(url.hostname, resolver)
  const credentials = `${trusted?.username}:${trusted?.password}`
  const headers = {
    Accept: '*/*',
    'Accept-Encoding': 'identity',
    'User-Agent': 'eva-twilio',
    ...(isTrusted ? { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } : {}),
  }
  const lookup = addresses ? { lookup: lookupOf(addresses) } : {}
  return new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = send(url, { agent: false, signal, headers, ...lookup })
    outgoing.once('response', resolve)
    outgoing.once('error', (cause) => reject(broken(cause)))
    outgoing.end()
  })
}

function bodyOf(response: IncomingMessage, maximumBytes: number): Fetched {
  const status = response.statusCode ?? 0
  const isTooLarge = Number(response.headers['content-length'] ?? 0) > maximumBytes
  if (status !== 200 || isTooLarge) response.destroy()
  if (status !== 200) throw new FetchError('failed', `The file could not be fetched: the answer was HTTP ${status}.`)
  if (isTooLarge) throw tooLarge(maximumBytes)
  return { headers: response.headers, body: within(response, maximumBytes), discard: () => void response.destroy() }
}

async function* within(response: IncomingMessage, maximumBytes: number): AsyncGenerator<Uint8Array> {
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
