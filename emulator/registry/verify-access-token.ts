import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Account } from '../account/account.ts'

const algorithms: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }
const longestSeconds = 86_400

const header = z.object({ alg: z.string(), typ: z.literal('JWT'), cty: z.literal('twilio-fpa;v=1') })
const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  exp: z.number(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
})
const grants = z.object({ grants: z.record(z.string(), z.unknown()) })

export type Verdict =
  | { identity: string | null; grants: Record<string, unknown>; keySid: string; expiresAt: string }
  | { code: number; text: string }

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** https://www.twilio.com/docs/iam/access-tokens; `now` in milliseconds since the epoch. */
export function verifyAccessToken(account: Account, token: string, now: number): Verdict {
  const parts = token.split('.')
  const [first = '', second = '', signature = ''] = parts
  if (parts.length !== 3) return { code: 20_101, text: 'Invalid Access Token' }
  const head = header.safeParse(decode(first))
  const hash = algorithms[head.data?.alg ?? '']
  if (!head.success || hash === undefined) return { code: 20_102, text: 'Invalid Access Token header' }
  const payload = decode(second)
  const body = claims.safeParse(payload)
  if (!body.success) return { code: 20_101, text: 'Invalid Access Token' }
  const { iss, sub, exp, iat, nbf } = body.data
  const key = account.registry.keys.get(iss)
  if (key === undefined || sub !== account.sid) return { code: 20_103, text: 'Invalid Access Token issuer/subject' }
  const expected = createHmac(hash, key.secret).update(`${first}.${second}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    return { code: 20_107, text: 'Invalid Access Token signature' }
  }
  const seconds = now / 1000
  if (exp <= seconds) return { code: 20_104, text: 'Access Token expired or expiration date invalid' }
  if (exp - (iat ?? seconds) > longestSeconds) {
    return { code: 20_157, text: 'Expiration Time Exceeds Maximum Time Allowed' }
  }
  if (nbf !== undefined && nbf > seconds) return { code: 20_105, text: 'Access Token not yet valid' }
  const allowed = grants.safeParse(payload)
  if (!allowed.success) return { code: 20_106, text: 'Invalid Access Token grants' }
  const { identity, ...rest } = allowed.data.grants
  const who = typeof identity === 'string' && identity !== '' ? identity : null
  return { identity: who, grants: rest, keySid: iss, expiresAt: new Date(exp * 1000).toISOString() }
}
