import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ZodError } from 'zod'
import type { AppEnv } from '@/api/request-context'
import { isOutage } from '@/lib/services/health/is-outage'
import type { Log } from '@/lib/utils/log'
import { DomainError, LimitExceededError, UpstreamError, type ErrorCode } from '@/shared/errors'
import { sayIssue } from '@/shared/say-issue'
import type { ErrorBody } from '@/shared/schemas/page'

const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale_thread: 409,
  too_large: 413,
  opted_out: 422,
  not_permitted: 422,
  limit_exceeded: 429,
  upstream: 502,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>

/** The one translation of errors into JSON. A 500 says nothing but the request id; the rest is in the log. */
export function errorResponse(log: Log) {
  return function onError(error: Error, c: HonoContext<AppEnv>) {
    const requestId = c.get('requestId')
    const answer = (
      status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 502 | 503,
      body: Omit<ErrorBody['error'], 'requestId'>,
    ) => c.json({ error: { ...body, requestId } } satisfies ErrorBody, status)

    if (error instanceof ZodError)
      return answer(400, { code: 'invalid', message: firstSentence(error), details: error.issues })
    if (error instanceof DomainError) {
      if (error instanceof LimitExceededError) c.header('Retry-After', String(error.retryAfterSeconds))
      const twilioCode = error instanceof UpstreamError ? { twilioCode: error.twilioCode } : {}
      return answer(statusOf[error.code], {
        code: error.code,
        message: error.message,
        details: error.details,
        ...twilioCode,
      })
    }
    if (error instanceof HTTPException && error.status < 500) {
      const status = error.status === 413 ? 413 : 400
      return answer(status, {
        code: status === 413 ? 'too_large' : 'invalid',
        message: error.message || 'The request could not be read.',
      })
    }
    log.error({ requestId, err: error, path: c.req.path }, 'request failed')
    if (isOutage(error))
      return answer(503, { code: 'unavailable', message: 'The database cannot be reached. Try again in a moment.' })
    return answer(500, {
      code: 'internal',
      message: 'Something went wrong on our side. Try again; if it stays, give us the request id.',
    })
  }
}

function firstSentence({ issues: [issue] }: ZodError) {
  return issue ? sayIssue(issue) : 'The request is not valid.'
}
