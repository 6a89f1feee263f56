import { createHmac } from 'node:crypto'

export type Parameters = Record<string, string>

/**
 * X-Twilio-Signature: base64 HMAC-SHA1 of the URL followed by each POST parameter's name and value, names in byte order.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function sign(authToken: string, url: string, parameters: Parameters): string {
  const names = Object.keys(parameters).toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const data = url + names.map((name) => name + parameters[name]).join('')
  return createHmac('sha1', authToken).update(data, 'utf8').digest('base64')
}
