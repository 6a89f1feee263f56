import type { RetryReason } from './connection-overrides.ts'

export type DeliveryError = { code: number; text: string; reason: RetryReason | null }

const codes: Record<string, [number, string]> = {
  ENOTFOUND: [11210, 'The host name could not be resolved'],
  EAI_AGAIN: [11210, 'The host name could not be resolved'],
  CERT_HAS_EXPIRED: [11236, 'The certificate has expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: [11235, 'The certificate is for another host name'],
  DEPTH_ZERO_SELF_SIGNED_CERT: [11237, 'The certificate is signed by nobody known'],
  SELF_SIGNED_CERT_IN_CHAIN: [11237, 'The certificate is signed by nobody known'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [11237, 'The certificate is signed by nobody known'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [11237, 'The certificate is signed by nobody known'],
  EPROTO: [11220, 'The TLS handshake failed'],
}

/** What Twilio's debugger would call this failure of the connection. */
export function describeConnectionError(error: unknown): DeliveryError {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = codes[code]
  if (known !== undefined) return { code: known[0], text: known[1], reason: 'ct' }
  if (code.startsWith('HPE_')) return { code: 11206, text: 'The answer was not HTTP', reason: null }
  return { code: 11205, text: `The connection failed${code === '' ? '' : ` (${code})`}`, reason: 'ct' }
}

export const readTimedOut: DeliveryError = { code: 11200, text: 'No answer within the read timeout', reason: 'rt' }
export const connectTimedOut: DeliveryError = { code: 11205, text: 'No connection within the timeout', reason: 'ct' }
