import type { Actor, Installation } from '@/lib/context'

/**
 * Whether who opened a long-lived connection may keep it: the session or key still exists and the role is what it was. One query by
 * primary key for a person or a key, none for the others. Throws when the database cannot be asked.
 */
export async function isStillAllowed(
  { database, clock }: Pick<Installation, 'database' | 'clock'>,
  actor: Actor,
): Promise<boolean> {
  const now = clock.now()
  if (actor.type === 'api-key') {
    if (actor.keyId === 'environment') return true
    const found = await database.pool.query({
      name: 'is-api-key-allowed',
      text: `select from api_keys where id = $1 and role = $2 and revoked_at is null
             and (expires_at is null or expires_at > $3)`,
      values: [actor.keyId, actor.role, now],
    })
    return found.rowCount === 1
  }
  if (actor.type !== 'operator') return false
  if (actor.host) return new Date(actor.host.expiresAt) > now
  const found = await database.pool.query({
    name: 'is-person-allowed',
    text: `select from users where id = $1 and role = $2 and not disabled
           and ($3::uuid is null or exists (select from sessions where id = $3 and user_id = $1 and expires_at > $4))`,
    values: [actor.userId, actor.role, actor.sessionId ?? null, now],
  })
  return found.rowCount === 1
}
