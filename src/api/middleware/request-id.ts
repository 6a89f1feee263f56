import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Clock } from '@/lib/utils/clock'

/** Gives each request an id of our own (a client's is not trusted) and answers it as X-Request-Id. */
export function requestId(clock: Clock): MiddlewareHandler<AppEnv> {
  return async function requestId(c, next) {
    const id = uuidV7(clock.now())
    c.set('requestId', id)
    c.header('X-Request-Id', id)
    await next()
  }
}
