import { Hono } from 'hono'
import { errorResponse } from '@/api/error-response'
import { health } from '@/api/health'
import { metricsRoute } from '@/api/metrics'
import { authenticate } from '@/api/middleware/authenticate'
import { requestId } from '@/api/middleware/request-id'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'
import { NotFoundError } from '@/shared/errors'

/** What a process with EVA_ROLE=worker answers: whether it is well, and its metrics. */
export function createWorkerApp(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.use(requestId(installation.clock))
  app.onError(errorResponse(installation.log))
  app.notFound((c) => errorResponse(installation.log)(new NotFoundError('This process only runs background work.'), c))
  app.route('/', health(installation))
  app.route('/', metricsRoute(installation, authenticate(installation)))
  return app
}
