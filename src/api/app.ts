import { Hono } from 'hono'
import { errorResponse } from '@/api/error-response'
import { health } from '@/api/health'
import { authenticate } from '@/api/middleware/authenticate'
import { requestId } from '@/api/middleware/request-id'
import { sync } from '@/api/twilio/sync'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'
import { NotFoundError } from '@/shared/errors'

/** The whole HTTP side as one Fetch handler: `app.fetch(request)`. A host application mounts it as it is. */
export function createApp(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.use(requestId(installation.clock))
  app.use('/api/*', authenticate(installation))
  app.onError(errorResponse(installation.log))
  app.notFound((c) => errorResponse(installation.log)(new NotFoundError(`Nothing is at ${c.req.path}.`), c))
  app.route('/', health(installation))
  app.route('/api/twilio/sync', sync(installation))
  return app
}
