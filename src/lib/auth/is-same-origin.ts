/**
 * Whether a browser sent a request from our own pages. `Sec-Fetch-Site` is the browser's own word and cannot be set by a page; before it
 * existed, `Origin` was. 'unknown' is a client that sends neither: not a browser, or a very old one.
 */
export function isSameOrigin(
  request: { headers: { get(name: string): string | null }; url: string },
  publicOrigin: string,
): 'same' | 'other' | 'unknown' {
  const origin = request.headers.get('origin')
  if (origin === publicOrigin) return 'same'
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none' ? 'same' : 'other'
  if (!origin) return 'unknown'
  const host = request.headers.get('host') ?? URL.parse(request.url)?.host
  return URL.parse(origin)?.host === host ? 'same' : 'other'
}
