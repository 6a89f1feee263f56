import { timingSafeEqual } from 'node:crypto'
import { findApiKeyActor } from '@/lib/auth/find-api-key-actor'
import { findSessionActor } from '@/lib/auth/find-session-actor'
import { hashSecretToken } from '@/lib/auth/secret-token'
import { createSupabaseVerifier } from '@/lib/auth/verify-supabase-token'
import type { Actor, Installation } from '@/lib/context'

/** Who is asking, and cookies to answer with when the session was prolonged. */
export type Recognized = { actor: Actor; setCookies: readonly string[] } | null

/**
 * Makes the function that recognises whoever sends a request. A bearer token is an API key (ours begin with `eva_`, EVA_API_KEY is any
 * text) or the host's JWT. Without one the session cookie counts, whatever else the Authorization header says: it may be for a proxy before us.
 */
export function createRecognizer(installation: Installation): (headers: Headers) => Promise<Recognized> {
  const { config } = installation
  const environmentKey = config.adminApiKey ? hashSecretToken(config.adminApiKey) : null
  const verifySupabaseToken = createSupabaseVerifier(installation)
  return async function recognizeActor(headers) {
    const authorization = headers.get('authorization')
    if (authorization === null || !/^Bearer /i.test(authorization))
      return headers.has('cookie') ? findSessionActor(installation, headers) : null
    const token = /^Bearer +(.+)$/i.exec(authorization)?.[1]
    if (!token) return null
    const hash = hashSecretToken(token)
    if (environmentKey && timingSafeEqual(hash, environmentKey)) {
      return { actor: { type: 'api-key', keyId: 'environment', role: 'admin' }, setCookies: [] }
    }
    const actor = token.startsWith('eva_')
      ? await findApiKeyActor(installation, hash)
      : await verifySupabaseToken?.(token)
    return actor ? { actor, setCookies: [] } : null
  }
}
