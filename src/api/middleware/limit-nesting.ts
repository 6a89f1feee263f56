import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { InvalidError } from '@/shared/errors'
import { deepest, isDeeperThan } from '@/shared/is-deeper-than'

/** Refuses JSON that is nested so deep that whoever walks through it would run out of stack. Broken JSON is for the validator to name. */
export const limitNesting: MiddlewareHandler<AppEnv> = async function limitNesting(c, next) {
  const isJson = c.req.header('content-type')?.includes('json') ?? false
  if (isJson && isDeeperThan(await c.req.json().catch(() => null), deepest))
    throw new InvalidError(`The request is nested deeper than ${deepest} levels.`)
  await next()
}
