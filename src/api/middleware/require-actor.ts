import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { UnauthenticatedError } from '@/shared/errors'

/** Lets a request pass that comes from anyone we know, whatever the role; 401 otherwise. */
export function requireActor(): MiddlewareHandler<AppEnv> {
  return async function requireActor(c, next) {
    if (!c.get('actor')) throw new UnauthenticatedError()
    await next()
  }
}
