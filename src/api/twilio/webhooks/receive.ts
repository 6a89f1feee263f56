import type { Context } from 'hono'
import { errorResponse } from '@/api/error-response'
import { twilioSignature } from '@/api/middleware/twilio-signature'
import type { AppEnv } from '@/api/request-context'
import type { SignedWebhook } from '@/lib/auth/verify-webhook'
import type { Installation } from '@/lib/context'
import { isOutage } from '@/lib/services/health/is-outage'
import { keepUnhandledWebhook } from '@/lib/services/webhooks/keep-unhandled-webhook'
import { whyUnhandled } from '@/lib/services/webhooks/why-unhandled'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { DomainError } from '@/shared/errors'
import { whileCallerWaits } from './callers-first'
import { observeWebhook } from './observe-webhook'
import { passedOn } from './passed-on'

export type WebhookHandler = (webhook: SignedWebhook, c: Context<AppEnv>) => Promise<Response>

/**
 * A webhook's handler behind the signature, counted and timed. One function instead of a chain of middleware: these requests are the busiest
 * of all, and each link costs as much as parsing one. What Twilio signed and we cannot handle is kept for a person and, as Twilio would not
 * bring it again, answered with 204, or by `onError` where an answer is awaited; other errors behind the signature are translated too.
 */
export function receive(
  installation: Pick<Installation, 'config' | 'clock' | 'log' | 'metrics' | 'database' | 'jobs'>,
  route: string,
  handler: WebhookHandler,
  onError?: (error: Error, c: Context<AppEnv>) => Response,
) {
  const readSigned = twilioSignature(installation.config)
  const refuse = errorResponse(installation.log)
  const keep = keeper(installation, route)
  const observe = observeWebhook(installation.metrics, route)

  async function answerTo(c: Context<AppEnv>): Promise<Response> {
    const begun = performance.now()
    let signed: SignedWebhook | undefined
    let answer: Response
    try {
      const failure = passedOn(c.env)
      signed = failure?.signed
      if (failure) throw failure.error
      signed = await readSigned(c)
      answer = await handler(signed, c)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      c.set('requestId', uuidV7(installation.clock.now()))
      const kept = signed !== undefined && (await keep(error, signed, c))
      if (signed && onError) answer = onError(error, c)
      else answer = kept ? c.body(null, 204) : refuse(error, c)
    }
    observe(c.req.method, answer.status, performance.now() - begun)
    return answer
  }
  return onError ? (c: Context<AppEnv>) => whileCallerWaits(() => answerTo(c)) : answerTo
}

/** Keeps a webhook that we cannot handle; false for an outage or a load we shed, when Twilio is to bring it again. */
function keeper(installation: Pick<Installation, 'clock' | 'log' | 'database' | 'jobs'>, route: string) {
  return async function keep(error: Error, { raw }: SignedWebhook, c: Context<AppEnv>) {
    if (error instanceof DomainError || isOutage(error)) return false
    installation.log.error({ err: error, route }, 'a webhook could not be handled and is kept')
    try {
      const query = c.req.method === 'GET' ? '' : new URL(c.req.url).search
      const json = c.req.header('content-type')?.toLowerCase().startsWith('application/json') ?? false
      await keepUnhandledWebhook(installation, { route, query, json, raw, reason: whyUnhandled(error) })
      return true
    } catch (failure) {
      installation.log.error({ err: failure, route }, 'a webhook could not be kept')
      return false
    }
  }
}
