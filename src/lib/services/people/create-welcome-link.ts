import type { Installation } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { createSecretToken, hashSecretToken } from '@/lib/auth/secret-token'
import { uuidV7 } from '@/lib/utils/uuid-v7'

const hour = 60 * 60 * 1_000
const lifetimeOf = { first_admin: 24 * hour, invitation: 7 * 24 * hour, password_reset: 24 * hour } as const

/** Makes a one-time link, in place of the person's open one if there is any. Only its hash is kept: the link cannot be shown again. */
export async function createWelcomeLink(
  { config, clock }: Pick<Installation, 'config' | 'clock'>,
  { client }: Transaction,
  link: { kind: keyof typeof lifetimeOf; userId: string | null },
) {
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + lifetimeOf[link.kind])
  const token = createSecretToken()
  await client.query(
    `insert into welcome_links (id, kind, user_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (user_id) do update set kind = excluded.kind, token_hash = excluded.token_hash,
       created_at = excluded.created_at, expires_at = excluded.expires_at`,
    [uuidV7(now), link.kind, link.userId, hashSecretToken(token), now, expiresAt],
  )
  return { url: `${config.publicOrigin}/welcome?token=${token}`, expiresAt: expiresAt.toISOString() }
}
