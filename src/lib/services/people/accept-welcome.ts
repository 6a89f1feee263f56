import { hashPassword } from 'better-auth/crypto'
import { assertGoodPassword } from '@/lib/auth/assert-good-password'
import { hashSecretToken } from '@/lib/auth/secret-token'
import type { Actor, Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getWelcome, linkNotFound } from '@/lib/services/people/get-welcome'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError, InvalidError } from '@/shared/errors'
import type { WelcomeAnswer } from '@/shared/schemas/person'

/**
 * Uses a one-time link: the first administrator comes into being, an invited person or one who forgot gets a password. Of two uses at
 * once one wins, because the row is deleted first. Returns the person and the address to sign in with.
 */
export async function acceptWelcome(ctx: Context, answer: WelcomeAnswer): Promise<{ actor: Actor; email: string }> {
  const welcome = await getWelcome(ctx, answer)
  const email = welcome.email ?? answer.email
  const name = answer.name ?? welcome.name
  if (!email || !name) throw new InvalidError('A name and an e-mail address are needed.')
  if (answer.email && answer.email !== email) throw new InvalidError('This link is for another e-mail address.')
  assertGoodPassword(answer.password, email)
  const passwordHash = await hashPassword(answer.password)
  const now = ctx.clock.now()

  const actor = await ctx.database.transaction(async (tx) => {
    const used = await tx.client.query<{ user_id: string | null }>(
      'delete from welcome_links where token_hash = $1 and expires_at > $2 returning user_id',
      [hashSecretToken(answer.token), now],
    )
    const link = used.rows[0]
    if (!link) throw linkNotFound()
    const userId = link.user_id ?? uuidV7(now)
    if (welcome.kind === 'first_admin') await addFirstAdmin(tx, { id: userId, name, email, now })
    if (welcome.kind === 'invitation') await arrive(tx, { id: userId, name, now })
    if (welcome.kind === 'password_reset') await endSessions(tx, userId)
    if (welcome.role === 'admin') await tx.client.query("delete from welcome_links where kind = 'first_admin'")
    await tx.client.query(
      `insert into accounts (id, user_id, account_id, provider_id, password, created_at, updated_at)
       values ($1, $2::uuid, $2::uuid::text, 'credential', $3, $4, $4)
       on conflict (user_id, provider_id) do update set password = excluded.password, updated_at = excluded.updated_at`,
      [uuidV7(now), userId, passwordHash, now],
    )
    const actor = { type: 'operator', userId, role: welcome.role } as const
    const action = welcome.kind === 'password_reset' ? 'person.reset_password' : 'person.arrive'
    await recordAudit({ actor, clock: ctx.clock }, tx, { action, subject: userId, details: { role: welcome.role } })
    await broadcast(tx.client, now, [{ type: 'person.changed', data: { userId } }])
    return actor
  })
  ctx.auth.actors.forgetAll()
  return { actor, email }
}

async function arrive({ client }: Transaction, person: { id: string; name: string; now: Date }) {
  await client.query('update users set name = $2, email_verified = true, updated_at = $3 where id = $1', [
    person.id,
    person.name,
    person.now,
  ])
}

async function addFirstAdmin({ client }: Transaction, person: { id: string; name: string; email: string; now: Date }) {
  const added = await client.query(
    `insert into users (id, name, email, email_verified, role, created_at, updated_at) values ($1, $2, $3, true, 'admin', $4, $4)
     on conflict (email) do nothing`,
    [person.id, person.name, person.email, person.now],
  )
  if (added.rowCount === 0) throw new ConflictError('Somebody with this e-mail address is in the list already.')
}

async function endSessions({ client }: Transaction, userId: string) {
  await client.query('delete from sessions where user_id = $1', [userId])
}
