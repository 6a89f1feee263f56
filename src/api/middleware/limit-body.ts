import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '@/api/request-context'
import { DomainError } from '@/shared/errors'

const maximumBytes = 1024 * 1024

/** Refuses bodies larger than 1 MB with 413: by the declared length when there is one, else while reading. */
export function limitBody(): MiddlewareHandler<AppEnv> {
  const whileReading = bodyLimit({ maxSize: maximumBytes, onError: refuse })
  return async function limitBody(c, next) {
    // Touching the body would build the whole Request object, which a webhook can do without.
    if (c.req.header('transfer-encoding') !== undefined) return whileReading(c, next)
    if (Number(c.req.header('content-length') ?? 0) > maximumBytes) refuse()
    await next()
  }
}

function refuse(): never {
  throw new DomainError('too_large', 'The request body is too large.')
}
