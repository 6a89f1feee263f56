import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'

/** Recognises who is asking, from the Authorization header. Never refuses: `requirePermission` does. */
export function authenticate({ config }: Installation): MiddlewareHandler<AppEnv> {
  const adminKey = config.adminApiKey ? digest(config.adminApiKey) : null
  return async function authenticate(c, next) {
    const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (bearer && adminKey && timingSafeEqual(digest(bearer), adminKey)) {
      c.set('actor', { type: 'api-key', keyId: 'environment', role: 'admin' })
    }
    await next()
  }
}

function digest(text: string) {
  return createHash('sha256').update(text).digest()
}
