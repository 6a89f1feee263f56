import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '@/api/request-context'
import { DomainError } from '@/shared/errors'

const maximumBytes = 1024 * 1024

/** Refuses bodies larger than 1 MB, or than `larger` says of a path, with 413: by the declared length when there is one, else while reading. */
export function limitBody(larger: Readonly<Record<string, number>> = {}): MiddlewareHandler<AppEnv> {
  return async function limitBody(c, next) {
    const maxSize = larger[c.req.path] ?? maximumBytes
    // Touching the body would build the whole Request object, which a webhook can do without.
    if (c.req.header('transfer-encoding') !== undefined) return bodyLimit({ maxSize, onError: refuse })(c, next)
    if (Number(c.req.header('content-length') ?? 0) > maxSize) refuse()
    await next()
  }
}

function refuse(): never {
  throw new DomainError('too_large', 'The request body is too large.')
}
