import type { Context as HonoContext } from 'hono'
import type { Config } from '@/config'
import { isSameOrigin } from '@/lib/auth/is-same-origin'
import { ForbiddenError } from '@/shared/errors'

/**
 * Refuses a stream that another site's page opened with our visitor's cookie. Every browser names the page's origin in a WebSocket
 * handshake, so one without is refused; a GET of our own page may come without.
 */
export function requireOwnOrigin({ publicOrigin }: Pick<Config, 'publicOrigin'>, c: HonoContext) {
  if (c.req.header('authorization') !== undefined) return
  const verdict = isSameOrigin(c.req.raw, publicOrigin)
  if (verdict === 'same' || (verdict === 'unknown' && c.req.header('upgrade') === undefined)) return
  throw new ForbiddenError('This request does not come from a page of this server.')
}
