import type { Context } from 'hono'
import { errorResponse } from '@/api/error-response'
import { twilioSignature } from '@/api/middleware/twilio-signature'
import type { AppEnv } from '@/api/request-context'
import type { SignedWebhook } from '@/lib/auth/verify-webhook'
import type { Installation } from '@/lib/context'
import { uuidV7 } from '@/lib/utils/uuid-v7'

export type WebhookHandler = (webhook: SignedWebhook, c: Context<AppEnv>) => Promise<Response>

/**
 * A webhook's handler behind the signature, counted and timed. One function instead of a chain of middleware: these requests are the busiest
 * of all, and each link costs as much as parsing one. Errors behind the signature are translated by `onError`.
 */
export function receive(
  installation: Pick<Installation, 'config' | 'clock' | 'log' | 'metrics'>,
  route: string,
  handler: WebhookHandler,
  onError: (error: Error, c: Context<AppEnv>) => Response = errorResponse(installation.log),
) {
  const readSigned = twilioSignature(installation.config)
  const refuse = errorResponse(installation.log)
  const observe = observer(installation.metrics, route)

  return async function receive(c: Context<AppEnv>): Promise<Response> {
    const begun = performance.now()
    let translate: typeof onError = refuse
    let answer: Response
    try {
      const webhook = await readSigned(c)
      translate = onError
      answer = await handler(webhook, c)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      c.set('requestId', uuidV7(installation.clock.now()))
      answer = translate(error, c)
    }
    observe(c.req.method, answer.status, performance.now() - begun)
    return answer
  }
}

function observer({ requestSeconds }: Installation['metrics'], route: string) {
  const known = new Map<string, ReturnType<typeof requestSeconds.labels>>()
  return (method: string, status: number, milliseconds: number) => {
    const key = `${method} ${status}`
    let histogram = known.get(key)
    if (!histogram) {
      histogram = requestSeconds.labels(method, route, String(status))
      known.set(key, histogram)
    }
    histogram.observe(milliseconds / 1_000)
  }
}
