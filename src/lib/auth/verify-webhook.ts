import { parse } from 'node:querystring'
import type { Config } from '@/config'
import { hasValidBodyHash, hasValidSignature, type SignedParameters } from '@/lib/twilio/validate-signature'
import { ForbiddenError, InvalidError } from '@/shared/errors'

/** A webhook that Twilio signed: its parameters, parsed once, and what it sent, as it sent it (body, or query of a GET). */
export type SignedWebhook = { parameters: SignedParameters; raw: string }

/** Twilio sends some forty parameters; the limit keeps sorting and joining cheap before the signature is known to be right. */
const mostParameters = 1000

/**
 * Parses a webhook and checks that Twilio signed it over PUBLIC_URL's origin and `target`, the path and query as received. `body` is null for
 * a GET. Throws InvalidError for what cannot be parsed and ForbiddenError for a signature that is missing or wrong.
 */
export function verifyWebhook(
  config: Pick<Config, 'publicOrigin'>,
  request: {
    target: string
    body: Buffer | null
    json: boolean
    signature: string
    /** The tokens that may have signed, from what it claims to be (sub-accounts sign with their own). */
    authTokens: (parameters: SignedParameters) => readonly string[]
  },
): SignedWebhook {
  const { target, body } = request
  const url = config.publicOrigin + target
  const raw = body === null ? queryOf(target) : body.toString()
  const parameters = webhookParameters(raw, request)
  const hashed = body !== null && (request.json || target.includes('bodySHA256'))
  const genuine =
    (!hashed || hasValidBodyHash(url, body)) &&
    hasValidSignature({
      url,
      parameters: body === null || hashed ? {} : parameters,
      signature: request.signature,
      authTokens: request.authTokens(parameters),
    })
  if (!genuine) throw notSigned()
  return { parameters, raw }
}

/** What a webhook's body (or the query of a GET) says. Throws InvalidError for what cannot be parsed. */
export function webhookParameters(raw: string, { json }: { json: boolean }): SignedParameters {
  return json ? parseJson(raw) : parseForm(raw)
}

export function notSigned() {
  return new ForbiddenError('This address is for Twilio; the signature is missing or wrong.')
}

function parseForm(raw: string): SignedParameters {
  let count = 1
  for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', at + 1)) count += 1
  if (count > mostParameters) throw new InvalidError(`More than ${mostParameters} parameters.`)
  return parse(raw, '&', '=', { maxKeys: 0 })
}

/** The top level of a JSON body as parameters: what is not text is kept as JSON text. */
function parseJson(raw: string): SignedParameters {
  const entries = Object.entries(parseObject(raw === '' ? '{}' : raw))
  if (entries.length > mostParameters) throw new InvalidError(`More than ${mostParameters} parameters.`)
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value : jsonText(value)]))
}

/** Values nested a hundred thousand deep can be parsed, but not written out again. */
function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    throw new InvalidError('The body is nested too deeply.')
  }
}

function queryOf(target: string) {
  const start = target.indexOf('?')
  return start === -1 ? '' : target.slice(start + 1)
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
