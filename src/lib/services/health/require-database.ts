import type { Installation } from '@/lib/context'

/** Throws, with the database's own error, while the database does not answer. */
export async function requireDatabase({ database }: Pick<Installation, 'database'>): Promise<void> {
  await database.pool.query('select 1')
}
