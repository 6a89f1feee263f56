import { parse } from 'node:querystring'
import type { Context, MiddlewareHandler } from 'hono'
import type { Variables } from '@/api/request-context'
import type { Config } from '@/config'
import { hasValidBodyHash, hasValidSignature, type SignedParameters } from '@/lib/twilio/validate-signature'
import { ForbiddenError, InvalidError } from '@/shared/errors'
import { assertDeclaredLength, readWebhookBody } from './read-webhook-body'

/** A webhook that Twilio signed: its parameters, parsed once, and what it sent, as it sent it (body, or query of a GET). */
export type SignedWebhook = { parameters: SignedParameters; raw: string }

export type WebhookEnv = {
  /** Node's request, whose `url` is the path and query as received; a Fetch host may pass the same as a trusted argument. */
  Bindings: { incoming?: { url?: string } } | undefined
  Variables: Variables & { webhook: SignedWebhook }
}

/** Twilio sends some forty parameters; the limit keeps sorting and joining cheap before the signature is known to be right. */
const mostParameters = 1000

/**
 * Lets a request pass that Twilio signed over PUBLIC_URL's origin and the path and query as received; no header says where we are. 413, 415
 * or 400 for what is not a webhook's shape, 403 without a valid signature. `authTokens` of a request default to the account's.
 */
export function twilioSignature(
  config: Pick<Config, 'publicOrigin' | 'twilio'>,
  authTokens: (parameters: SignedParameters) => readonly string[] = () => config.twilio.authTokens,
): MiddlewareHandler<WebhookEnv> {
  return async function twilioSignature(c, next) {
    const target = requestTarget(c)
    const url = config.publicOrigin + target
    assertDeclaredLength(c.req.header('content-length'))
    const form = c.req.method !== 'POST' || isForm(c.req.header('content-type'))
    if (!form && !isJson(c.req.header('content-type'))) {
      return c.text('Send application/x-www-form-urlencoded or application/json.', 415)
    }
    const signature = c.req.header('x-twilio-signature')
    if (signature === undefined) throw notSigned()

    const body = c.req.method === 'POST' ? await readWebhookBody(c.req.raw) : null
    const hashed = body !== null && (!form || target.includes('bodySHA256'))
    const raw = body === null ? (target.split('?', 2)[1] ?? '') : body.toString()
    const parameters = form ? parseParameters(raw) : parseJson(raw)
    const genuine =
      (!hashed || hasValidBodyHash(url, body)) &&
      hasValidSignature({
        url,
        parameters: body === null || hashed ? {} : parameters,
        signature,
        authTokens: authTokens(parameters),
      })
    if (!genuine) throw notSigned()
    c.set('webhook', { parameters, raw })
    await next()
  }
}

function requestTarget(c: Context<WebhookEnv>) {
  const received = c.env?.incoming?.url
  if (received !== undefined) return received
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

function parseParameters(raw: string): SignedParameters {
  let count = 1
  for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', at + 1)) count += 1
  if (count > mostParameters) throw new InvalidError(`More than ${mostParameters} parameters.`)
  return parse(raw, '&', '=', { maxKeys: 0 })
}

/** The top level of a JSON body as parameters: what is not text is kept as JSON text. */
function parseJson(raw: string): SignedParameters {
  const value = parseObject(raw === '' ? '{}' : raw)
  const entries = Object.entries(value).slice(0, mostParameters)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

function parseObject(raw: string): object {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    throw new InvalidError('The body is not valid JSON.')
  }
  if (typeof value !== 'object' || value === null) throw new InvalidError('The body is not a JSON object.')
  return value
}

function isForm(contentType: string | undefined) {
  return contentType?.toLowerCase().startsWith('application/x-www-form-urlencoded') === true
}

function isJson(contentType: string | undefined) {
  return contentType?.toLowerCase().startsWith('application/json') === true
}

function notSigned() {
  return new ForbiddenError('This address is for Twilio; the signature is missing or wrong.')
}
