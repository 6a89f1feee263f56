import type { MiddlewareHandler } from 'hono'
import { declareAccess } from '@/api/declare-access'
import type { AppEnv } from '@/api/request-context'
import { UnauthenticatedError } from '@/shared/errors'

/** Lets a request pass that comes from anyone we know, whatever the role; 401 otherwise. */
export function requireActor() {
  return declareAccess('signed-in', (c, next) => passKnown(c, next))
}

const passKnown: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.get('actor')) throw new UnauthenticatedError()
  await next()
}
