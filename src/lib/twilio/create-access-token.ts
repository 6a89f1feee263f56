import { createHmac } from 'node:crypto'

export type AccessTokenInput = {
  accountSid: string
  key: { sid: string; secret: string }
  /** Who is rung as `client:<identity>`. */
  identity: string
  /** The TwiML application that answers what the bearer calls. */
  applicationSid: string
  issuedAt: Date
  expiresAt: Date
}

/**
 * An access token with a voice grant, as the SDK's AccessToken makes it, at a time that is passed in.
 * https://www.twilio.com/docs/iam/access-tokens
 */
export function createAccessToken(input: AccessTokenInput): string {
  const issued = Math.floor(input.issuedAt.getTime() / 1000)
  const { sid, secret } = input.key
  const header = { alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' }
  const claims = {
    jti: `${sid}-${issued}`,
    iss: sid,
    sub: input.accountSid,
    iat: issued,
    exp: Math.floor(input.expiresAt.getTime() / 1000),
    grants: {
      identity: input.identity,
      voice: { incoming: { allow: true }, outgoing: { application_sid: input.applicationSid } },
    },
  }
  const unsigned = `${encode(header)}.${encode(claims)}`
  return `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`
}

function encode(part: object) {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
