import type { Actor, Installation } from '@/lib/context'
import { Role } from '@/shared/schemas/role'

const oneMinute = 60_000

/** Whose API key has this hash (unique index on secret_hash); null when there is none, it was revoked or it expired. */
export async function findApiKeyActor(
  { auth, database, clock }: Pick<Installation, 'auth' | 'database' | 'clock'>,
  hash: Buffer,
): Promise<Actor | null> {
  const cacheKey = `key:${hash.toString('base64')}`
  const known = auth.actors.get(cacheKey)
  if (known) return known
  const remember = auth.actors.remember(cacheKey)
  const now = clock.now()
  const result = await database.pool.query<{ id: string; role: string; last_used_at: Date | null }>({
    name: 'find-api-key',
    text: `select id, role, last_used_at from api_keys
           where secret_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
    values: [hash, now],
  })
  const row = result.rows[0]
  const role = Role.safeParse(row?.role)
  if (!row || !role.success) return null
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() >= oneMinute) {
    await database.pool.query({
      name: 'touch-api-key',
      text: 'update api_keys set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at <= $3)',
      values: [row.id, now, new Date(now.getTime() - oneMinute)],
    })
  }
  const actor = { type: 'api-key', keyId: row.id, role: role.data } as const
  remember(actor)
  return actor
}
