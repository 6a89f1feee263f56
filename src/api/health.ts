import { Hono } from 'hono'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'
import { checkReadiness } from '@/lib/services/health/check-readiness'

/** /healthz: the process is up. /readyz: it can do its work; 503 with the reason if not. */
export function health(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get('/healthz', (c) => c.json({ status: 'up' }))
  app.get('/readyz', async (c) => {
    const readiness = await checkReadiness(installation)
    return c.json(readiness, readiness.ready ? 200 : 503)
  })
  return app
}
