import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'

const methodsWithBody = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Reads a body without a Content-Type as JSON, and text/plain too, which is what `fetch` says of a string. Safe only behind
 * `refuseForeignPages`: a foreign form can send text/plain without asking first.
 */
export const assumeJson: MiddlewareHandler<AppEnv> = async function assumeJson(c, next) {
  if (methodsWithBody.has(c.req.method)) {
    const type = c.req.header('content-type')
    if (type === undefined || type.startsWith('text/plain')) c.req.raw.headers.set('content-type', 'application/json')
  }
  await next()
}
