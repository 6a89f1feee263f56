import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { createRecognizer } from '@/lib/auth/recognize-actor'
import type { Installation } from '@/lib/context'

/** Sets the actor of a request from its API key, token or session cookie. Never refuses: `requirePermission` does. */
export function authenticate(installation: Installation): MiddlewareHandler<AppEnv> {
  const recognizeActor = createRecognizer(installation)
  return async function authenticate(c, next) {
    const recognized = await recognizeActor(c.req.raw.headers)
    if (!recognized) return next()
    c.set('actor', recognized.actor)
    await next()
    for (const cookie of recognized.setCookies) c.header('Set-Cookie', cookie, { append: true })
  }
}
