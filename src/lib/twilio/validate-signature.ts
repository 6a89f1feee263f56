import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { signedUrlCandidates } from './validate-signature-urls'

/** Form parameters as querystring gives them: a repeated name has its values in an array. */
export type SignedParameters = Readonly<Record<string, string | readonly string[] | undefined>>

/** base64 of the 20 bytes of an HMAC-SHA1. */
const signatureLength = 28

/**
 * Whether Twilio signed this request with one of the tokens: HMAC-SHA1 over the address as received, then each parameter's name and
 * value, names sorted, repeated values without duplicates and sorted. The same addresses count as in the SDK's `validateRequest`
 * (≥ 6.2): port added or removed, and encoded anew. `url` has neither been decoded nor had a fragment.
 */
export function hasValidSignature(request: {
  url: string
  parameters: SignedParameters
  signature: string
  authTokens: readonly string[]
}): boolean {
  const received = Buffer.from(request.signature)
  if (received.length !== signatureLength) return false
  const suffix = signedSuffix(request.parameters)
  for (const candidate of signedUrlCandidates(request.url)) {
    for (const token of request.authTokens) {
      const expected = createHmac('sha1', token)
        .update(candidate + suffix, 'utf8')
        .digest('base64')
      if (timingSafeEqual(received, Buffer.from(expected))) return true
    }
  }
  return false
}

/** Whether the body is the one whose SHA-256 Twilio signed as `bodySHA256` in the address; an empty body counts as `{}`. */
export function hasValidBodyHash(url: string, body: Uint8Array): boolean {
  const signed = Buffer.from(new URL(url).searchParams.get('bodySHA256') ?? '')
  const actual = createHash('sha256')
    .update(body.length === 0 ? '{}' : body)
    .digest('hex')
  return signed.length === actual.length && timingSafeEqual(signed, Buffer.from(actual))
}

/**
 * The same for a WebSocket upgrade (Media Streams, ConversationRelay): Twilio signs the wss:// address, without parameters, and is
 * reported to differ in the trailing slash. `publicOrigin` is http(s), `target` the raw path and query.
 */
export function hasValidUpgradeSignature(request: {
  publicOrigin: string
  target: string
  signature: string
  authTokens: readonly string[]
}): boolean {
  const queryStart = request.target.indexOf('?')
  const path = queryStart === -1 ? request.target : request.target.slice(0, queryStart)
  const query = queryStart === -1 ? '' : request.target.slice(queryStart)
  const otherPath = path.endsWith('/') ? path.slice(0, -1) : `${path}/`
  const origin = request.publicOrigin.replace(/^http/, 'ws')
  return [path, otherPath].some((candidate) =>
    hasValidSignature({ ...request, url: `${origin}${candidate}${query}`, parameters: {} }),
  )
}

function signedSuffix(parameters: SignedParameters) {
  let suffix = ''
  for (const name of Object.keys(parameters).toSorted()) {
    const value = parameters[name]
    if (typeof value === 'string') suffix += name + value
    else if (value) for (const each of [...new Set(value)].toSorted()) suffix += name + each
  }
  return suffix
}
