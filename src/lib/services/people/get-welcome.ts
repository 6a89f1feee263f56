import { hashSecretToken } from '@/lib/auth/secret-token'
import type { Context } from '@/lib/context'
import { NotFoundError } from '@/shared/errors'
import type { Welcome } from '@/shared/schemas/person'

/** What stands behind a one-time link. Throws NotFoundError when it was used, replaced, has expired or its person is disabled. */
export async function getWelcome(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  { token }: { token: string },
): Promise<Welcome> {
  const result = await database.pool.query<Welcome>({
    name: 'get-welcome',
    text: `select link.kind, people.name, people.email, coalesce(people.role, 'admin') as role
           from welcome_links link left join users people on people.id = link.user_id
           where link.token_hash = $1 and link.expires_at > $2 and people.disabled is not true`,
    values: [hashSecretToken(token), clock.now()],
  })
  const row = result.rows[0]
  if (!row) throw linkNotFound()
  return { kind: row.kind, name: row.name, email: row.email, role: row.role }
}

export function linkNotFound() {
  return new NotFoundError('This link was used already, was replaced by a newer one, or has expired.')
}
