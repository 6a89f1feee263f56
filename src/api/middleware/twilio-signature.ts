import type { Context, MiddlewareHandler } from 'hono'
import type { Variables } from '@/api/request-context'
import type { Config } from '@/config'
import { notSigned, verifyWebhook, type SignedWebhook } from '@/lib/auth/verify-webhook'
import { assertDeclaredLength, readWebhookBody } from './read-webhook-body'

export type WebhookEnv = {
  /** Node's request, whose `url` is the path and query as received; a Fetch host may pass the same as a trusted argument. */
  Bindings: { incoming?: { url?: string } } | undefined
  Variables: Variables & { webhook: SignedWebhook }
}

/**
 * Lets a request pass that Twilio signed; no header says where we are, PUBLIC_URL does. 413, 415 or 400 for what has not a webhook's shape,
 * 403 without a valid signature. The tokens that may have signed default to the account's.
 */
export function twilioSignature(
  config: Pick<Config, 'publicOrigin' | 'twilio'>,
  authTokens: (parameters: SignedWebhook['parameters']) => readonly string[] = () => config.twilio.authTokens,
): MiddlewareHandler<WebhookEnv> {
  return async function twilioSignature(c, next) {
    assertDeclaredLength(c.req.header('content-length'))
    const contentType = c.req.header('content-type')?.toLowerCase() ?? ''
    const json = contentType.startsWith('application/json')
    const posted = c.req.method === 'POST'
    if (posted && !json && !contentType.startsWith('application/x-www-form-urlencoded')) {
      return c.text('Send application/x-www-form-urlencoded or application/json.', 415)
    }
    const signature = c.req.header('x-twilio-signature')
    if (signature === undefined) throw notSigned()
    const body = posted ? await readWebhookBody(c.req.raw) : null
    const request = { target: requestTarget(c), body, json: posted && json, signature, authTokens }
    c.set('webhook', verifyWebhook(config, request))
    await next()
  }
}

function requestTarget(c: Context<WebhookEnv>) {
  const received = c.env?.incoming?.url
  if (received !== undefined) return received
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
