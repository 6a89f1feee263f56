import type { MiddlewareHandler } from 'hono'
import { declareAccess } from '@/api/declare-access'
import type { AppEnv } from '@/api/request-context'
import type { Actor } from '@/lib/context'
import { roleCan, type Permission } from '@/shared/can'
import { ForbiddenError, UnauthenticatedError } from '@/shared/errors'

/**
 * Lets a request pass whose actor's role has the permission (shared/can.ts); 401 without an actor, 403 otherwise. The OpenAPI document
 * names it.
 */
export function requirePermission(permission: Permission) {
  const requirePermission: MiddlewareHandler<AppEnv> = async (c, next) => {
    assertPermission(c.get('actor'), permission)
    await next()
  }
  return declareAccess(permission, requirePermission)
}

/** The same, where what is asked decides which permission it needs. */
export function assertPermission(actor: Actor | undefined, permission: Permission) {
  if (!actor) throw new UnauthenticatedError()
  if (actor.type !== 'operator' && actor.type !== 'api-key') throw new ForbiddenError()
  if (!roleCan(actor.role, permission)) throw new ForbiddenError()
}
