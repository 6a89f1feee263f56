import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '@/api/request-context'
import type { Clock } from '@/lib/utils/clock'
import { LimitExceededError } from '@/shared/errors'

const windowMilliseconds = 60_000
const maximumWrites = 300

/**
 * Holds back a person's session that changes things faster than a person could: 300 a minute, counted by each instance for itself. Keys
 * are not held back: programs import in bulk, and what may be sent has limits of its own.
 */
export function limitWrites(clock: Clock): MiddlewareHandler<AppEnv> {
  let windowBegan = clock.now().getTime()
  const writes = new Map<string, number>()
  return async function limitWrites(c, next) {
    const actor = c.get('actor')
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || actor?.type !== 'operator') return next()
    const now = clock.now().getTime()
    if (now - windowBegan >= windowMilliseconds) {
      windowBegan = now
      writes.clear()
    }
    const count = (writes.get(actor.userId) ?? 0) + 1
    writes.set(actor.userId, count)
    if (count > maximumWrites) {
      const seconds = Math.ceil((windowBegan + windowMilliseconds - now) / 1_000)
      throw new LimitExceededError('Too many changes in a short time. Wait a little and try again.', seconds)
    }
    await next()
  }
}
