import type { Context } from 'hono'
import type { AppEnv } from '@/api/request-context'
import type { Config } from '@/config'
import { notSigned, verifyWebhook, type SignedWebhook } from '@/lib/auth/verify-webhook'
import { InvalidError } from '@/shared/errors'
import { assertDeclaredLength, readWebhookBody } from './read-webhook-body'

/**
 * Reads a request that Twilio signed; no header says where we are, PUBLIC_URL does. Throws 413 or 400 for what has not a webhook's shape,
 * 403 without a valid signature. The tokens that may have signed default to the account's.
 */
export function twilioSignature(
  config: Pick<Config, 'publicOrigin' | 'twilio'>,
  authTokens: (parameters: SignedWebhook['parameters']) => readonly string[] = () => config.twilio.authTokens,
) {
  return async function readSigned(c: Context<AppEnv>): Promise<SignedWebhook> {
    assertDeclaredLength(c.req.header('content-length'))
    const posted = c.req.method === 'POST'
    const json = posted && isJson(c.req.header('content-type')?.toLowerCase() ?? '')
    const signature = c.req.header('x-twilio-signature')
    if (signature === undefined) throw notSigned()
    const body = posted ? await readWebhookBody(c.req.raw) : null
    return verifyWebhook(config, { target: requestTarget(c), body, json, signature, authTokens })
  }
}

function isJson(contentType: string) {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return false
  if (contentType.startsWith('application/json')) return true
  throw new InvalidError('Send application/x-www-form-urlencoded or application/json.')
}

function requestTarget(c: Context<AppEnv>) {
  const received = urlAsReceived(c.env)
  if (received !== null) return received
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

/** The path and query as Node received them; a Fetch host may pass the same, as a trusted argument: `fetch(request, { incoming: { url } })`. */
function urlAsReceived(bindings: unknown) {
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return null
  const { incoming } = bindings
  if (typeof incoming !== 'object' || incoming === null || !('url' in incoming)) return null
  return typeof incoming.url === 'string' ? incoming.url : null
}
