import type { Context } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { answerUnavailable } from '@/lib/services/calls/answer-unavailable'
import type { Log } from '@/lib/utils/log'

/**
 * The translation of errors for callers: whatever went wrong on our side, a caller hears a sentence, with status 200, and nothing of the
 * reason. Only for what is behind the signature; who did not get past it is refused as everywhere.
 */
export function twimlFallback(log: Log) {
  return function onError(error: Error, c: Context<AppEnv>): Response {
    log.error({ requestId: c.get('requestId'), err: error, path: c.req.path }, 'a caller heard an apology')
    return c.body(answerUnavailable, 200, { 'Content-Type': 'text/xml' })
  }
}
