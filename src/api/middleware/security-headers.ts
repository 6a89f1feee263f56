import type { MiddlewareHandler } from 'hono'
import type { Config } from '@/config'

/**
 * Headers of every response but those of webhooks, which only Twilio reads. Styles may stand in the page: Radix, Sonner and React Flow insert style elements; scripts may not. Nothing
 * may frame us, only our own pages may use the microphone, and addresses with a token in them are never sent on as a referrer.
 */
export function securityHeaders(config: Pick<Config, 'publicOrigin' | 'supabase' | 'twilio'>): MiddlewareHandler {
  const storage = config.supabase.url ? ` ${new URL(config.supabase.url).origin}` : ''
  // Phones in browsers: Twilio's signalling, insights and sounds, or the other endpoint of the settings.
  const { apiBaseUrl } = config.twilio
  const phones = apiBaseUrl ? new URL(apiBaseUrl).origin : 'https://*.twilio.com wss://*.twilio.com'
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${storage}`,
    `media-src 'self' blob:${storage}`,
    "font-src 'self' data:",
    `connect-src 'self'${storage} ${phones}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers: [string, string][] = [
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', 'microphone=(self), camera=(), geolocation=(), payment=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ]
  if (config.publicOrigin.startsWith('https://'))
    headers.push(['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'])
  return async function securityHeaders(c, next) {
    await next()
    for (const [name, value] of headers) {
      // A route that serves what others made has a stricter policy of its own.
      if (name !== 'Content-Security-Policy' || !c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    // People's calls and texts stay out of every cache, unless a route says how long one may keep its answer.
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control'))
      c.res.headers.set('Cache-Control', 'no-store')
  }
}
