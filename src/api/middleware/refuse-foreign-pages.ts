import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { isSameOrigin } from '@/lib/auth/is-same-origin'
import type { Config } from '@/config'
import { ForbiddenError } from '@/shared/errors'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Against cross-site request forgery: what changes something must come from our own pages when a browser sends it, and with a cookie
 * that has to be proven. A request with a bearer token needs no proof, because no foreign page can make a browser add one; credentials of
 * a proxy before us (Basic) a browser adds by itself, to requests of foreign pages too.
 */
export function refuseForeignPages({ publicOrigin }: Pick<Config, 'publicOrigin'>): MiddlewareHandler<AppEnv> {
  return async function refuseForeignPages(c, next) {
    if (safeMethods.has(c.req.method) || isBearer(c.req.header('authorization'))) return next()
    const verdict = isSameOrigin(c.req.raw, publicOrigin)
    if (verdict === 'other' || (verdict === 'unknown' && c.req.header('cookie') !== undefined))
      throw new ForbiddenError('This request does not come from a page of this server.')
    await next()
  }
}

function isBearer(authorization: string | undefined) {
  return authorization !== undefined && /^Bearer /i.test(authorization)
}
