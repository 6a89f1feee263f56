import type { Installation } from '@/lib/context'
import { createWelcomeLink } from '@/lib/services/people/create-welcome-link'

/** While nobody can sign in yet: a fresh one-time link that makes its bearer the first administrator, for 24 hours. Null afterwards. */
export async function ensureFirstAdminLink(
  installation: Pick<Installation, 'config' | 'clock' | 'database'>,
): Promise<string | null> {
  return installation.database.transaction(async (tx) => {
    const people = await tx.client.query('select from users limit 1')
    if (people.rowCount !== 0) return null
    const { url } = await createWelcomeLink(installation, tx, { kind: 'first_admin', userId: null })
    return url
  })
}
