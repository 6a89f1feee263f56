import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { Actor, Installation } from '@/lib/context'
import { Role } from '@/shared/schemas/role'

/**
 * What we read of Supabase's access token. The role stands in `app_metadata`, which only the host's server can write; whatever a user
 * can edit (`user_metadata`) is used for the name on screen and nothing else.
 */
const Claims = z.object({
  sub: z.uuid(),
  exp: z.number(),
  email: z.string().optional(),
  app_metadata: z.object({ eva_role: Role }),
  user_metadata: z.object({ full_name: z.string().max(100).optional() }).optional(),
})

/**
 * Makes the function that accepts the host's sign-in, or null when none is configured. Signature, algorithm (HS256 for the shared secret;
 * ES256 and RS256 for the key set, never mixed), issuer, audience and expiry are checked.
 */
export function createSupabaseVerifier({ config, clock, log }: Pick<Installation, 'config' | 'clock' | 'log'>) {
  const { url, jwtSecret, jwksUrl } = config.supabase
  const issuer = `${(url ?? '').replace(/\/+$/, '')}/auth/v1`
  if (!url || (!jwtSecret && !jwksUrl)) return null
  const secret = jwtSecret ? new TextEncoder().encode(jwtSecret) : null
  const keys = jwksUrl ? createRemoteJWKSet(new URL(jwksUrl)) : null
  const getKey: JWTVerifyGetKey = (header, token) => {
    if (header.alg === 'HS256' && secret) return secret
    if (header.alg !== 'HS256' && keys) return keys(header, token)
    throw new errors.JOSEAlgNotAllowed('algorithm is not accepted')
  }
  const algorithms = [...(secret ? ['HS256'] : []), ...(keys ? ['ES256', 'RS256'] : [])]

  return async function verifySupabaseToken(token: string): Promise<Actor | null> {
    try {
      const { payload } = await jwtVerify(token, getKey, {
        algorithms,
        issuer,
        audience: 'authenticated',
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
        currentDate: clock.now(),
      })
      const claims = Claims.safeParse(payload)
      if (!claims.success) return null
      const { sub, exp, email, app_metadata, user_metadata } = claims.data
      return {
        type: 'operator',
        userId: sub,
        role: app_metadata.eva_role,
        host: {
          name: user_metadata?.full_name ?? email ?? sub,
          email: email ?? null,
          expiresAt: new Date(exp * 1_000).toISOString(),
        },
      }
    } catch (error) {
      log.debug({ reason: error instanceof Error ? error.name : 'unknown' }, 'bearer token refused')
      return null
    }
  }
}
