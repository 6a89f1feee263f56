/** A URL taken apart without re-encoding it: what is sent and signed is what was configured. */
export type WebhookUrl = {
  secure: boolean
  hostname: string
  port: number
  /** Path and query, as they go on the wire. */
  path: string
  userInfo: string | null
  /** What is requested and signed: never with the fragment. */
  href: string
  fragment: string
}

const shape = /^(https?):\/\/(?:([^/?#@]*)@)?([^/?#]+)([^#]*)(?:#(.*))?$/i

function encodeUnsafe(text: string): string {
  return text.toWellFormed().replace(/[^\x21-\x7e]+|["<>\\^`{|}]/g, encodeURIComponent)
}

/** As configured, port and all, but for letters that no Host header may carry. */
function asciiHost(host: string, url: URL): string {
  return /^[\x21-\x7e]+$/.test(host) ? host.toLowerCase() : url.host
}

/** Null if it is not an http(s) URL. Adds the GET parameters to the query, if any. */
export function parseWebhookUrl(text: string, query = ''): WebhookUrl | null {
  const match = shape.exec(text.trim())
  if (match === null || !URL.canParse(text.trim())) return null
  const [, scheme = '', userInfo, host = '', rest = '', fragment = ''] = match
  const { hostname, port } = new URL(text.trim())
  const secure = scheme.toLowerCase() === 'https'
  const withSlash = rest.startsWith('/') ? rest : `/${rest}`
  const separator = withSlash.includes('?') ? '&' : '?'
  const path = encodeUnsafe(withSlash) + (query === '' ? '' : separator + query)
  const authority = (userInfo === undefined ? '' : `${userInfo}@`) + asciiHost(host, new URL(text.trim()))
  return {
    secure,
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    path,
    userInfo: userInfo ?? null,
    href: `${secure ? 'https' : 'http'}://${authority}${path}`,
    fragment,
  }
}

/** Relative to the document it stands in; null without a base to stand on. */
export function resolveUrl(text: string, base: string | null): string | null {
  const trimmed = text.trim()
  if (/^https?:\/\//i.test(trimmed)) return parseWebhookUrl(trimmed) === null ? null : trimmed
  if (base === null) return null
  const bare = base.replace(/#.*$/, '')
  if (trimmed === '') return bare
  return URL.canParse(trimmed, bare) ? new URL(trimmed, bare).href : null
}
