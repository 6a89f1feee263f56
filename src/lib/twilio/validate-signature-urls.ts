import { parse, stringify } from 'node:querystring'

/**
 * The addresses Twilio may have signed for one it requested, as the SDK's `validateRequest` (≥ 6.2) accepts them, likeliest first: as
 * received, with its port removed or added, then the same of the address as `new URL()` encodes it and as Node's querystring
 * encodes its query. Each is made only when asked for, and only once.
 */
export function* signedUrlCandidates(url: string): Generator<string> {
  const tried = new Set([url])
  yield url
  for (const make of variants) {
    const candidate = make(url)
    if (tried.has(candidate)) continue
    tried.add(candidate)
    yield candidate
  }
}

const variants: ((url: string) => string)[] = [
  removePort,
  addPort,
  (url) => removePort(normalize(url)),
  (url) => addPort(normalize(url)),
  (url) => withLegacyQuerystring(removePort(normalize(url))),
  (url) => withLegacyQuerystring(addPort(normalize(url))),
]

function removePort(url: string) {
  const parts = splitUrl(url)
  return parts ? parts.scheme + parts.userInfo + parts.host + parts.rest : url
}

function addPort(url: string) {
  const parts = splitUrl(url)
  if (!parts || parts.port !== '') return url
  const port = parts.scheme.toLowerCase() === 'https://' ? ':443' : ':80'
  return parts.scheme + parts.userInfo + parts.host + port + parts.rest
}

function normalize(url: string) {
  return URL.canParse(url) ? new URL(url).toString() : url
}

function withLegacyQuerystring(url: string) {
  const queryStart = url.indexOf('?')
  if (queryStart === -1 || queryStart === url.length - 1) return url
  return `${url.slice(0, queryStart)}?${stringify(parse(url.slice(queryStart + 1)))}`
}

/** Cuts an address without normalizing it, so that path and query keep the characters that were signed. */
function splitUrl(url: string) {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)/i.exec(url)
  if (!match) return null
  const [prefix, scheme = '', authority = ''] = match
  const userInfoEnd = authority.lastIndexOf('@')
  const hostAndPort = authority.slice(userInfoEnd + 1)
  // A colon starts the port only after the closing bracket of an IPv6 literal.
  const portStart = hostAndPort.indexOf(':', hostAndPort.lastIndexOf(']') + 1)
  return {
    scheme,
    userInfo: authority.slice(0, userInfoEnd + 1),
    host: portStart === -1 ? hostAndPort : hostAndPort.slice(0, portStart),
    port: portStart === -1 ? '' : hostAndPort.slice(portStart),
    rest: url.slice(prefix.length),
  }
}
