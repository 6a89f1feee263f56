import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '@/api/request-context'
import { DomainError } from '@/shared/errors'

const megabyte = 1024 * 1024
/** A list of recipients is the one large thing people send. */
const maximumBytes = { csv: 20 * megabyte, other: 1 * megabyte }

/** Refuses bodies that are too large with 413: by the declared length when there is one, else while reading. */
export function limitBody(): MiddlewareHandler<AppEnv> {
  const whileReading = {
    csv: bodyLimit({ maxSize: maximumBytes.csv, onError: refuse }),
    other: bodyLimit({ maxSize: maximumBytes.other, onError: refuse }),
  }
  return async function limitBody(c, next) {
    const kind = c.req.header('content-type')?.startsWith('text/csv') ? 'csv' : 'other'
    // Touching the body would build the whole Request object, which a webhook can do without.
    if (c.req.header('transfer-encoding') !== undefined) return whileReading[kind](c, next)
    if (Number(c.req.header('content-length') ?? 0) > maximumBytes[kind]) refuse()
    await next()
  }
}

function refuse(): never {
  throw new DomainError('too_large', 'The request body is too large.')
}
