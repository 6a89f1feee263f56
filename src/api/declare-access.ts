import type { MiddlewareHandler } from 'hono'
import { uniqueSymbol } from 'hono-openapi'
import type { AppEnv } from '@/api/request-context'
import type { Permission } from '@/shared/can'

/** Who may use a route: whose role has a permission, anyone with a role, or everybody. */
export type Access = Permission | 'signed-in' | 'everybody'

/** The field of an operation in the OpenAPI document that says who may use it. */
export const accessField = 'x-permission'

/** Lets the OpenAPI document say of every route with this middleware who may use it. It is the middleware that sees to it. */
export function declareAccess(access: Access, middleware: MiddlewareHandler<AppEnv>) {
  const security = access === 'everybody' ? { security: [] } : {}
  return Object.assign(middleware, { [uniqueSymbol]: { spec: { [accessField]: access, ...security } } })
}

/** For a route that decides by itself: by a one-time link or ticket, or because there is nothing to hide. */
export function decidesItself(access: 'signed-in' | 'everybody') {
  return declareAccess(access, (_c, next) => next())
}
