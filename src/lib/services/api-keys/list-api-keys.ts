import { desc, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import { apiKeys } from '@/lib/db/schema/people'
import { toApiKey } from '@/lib/services/api-keys/to-api-key'
import { InvalidError } from '@/shared/errors'
import type { PageQuery } from '@/shared/schemas/page'

/** All keys, revoked ones too, newest first (primary key; ids sort by time). */
export async function listApiKeys({ database }: Pick<Context, 'database'>, { limit, cursor }: PageQuery) {
  if (cursor !== undefined && !z.uuid().safeParse(cursor).success) throw new InvalidError('The cursor is not valid.')
  const rows = await database.drizzle
    .select()
    .from(apiKeys)
    .where(cursor === undefined ? undefined : lt(apiKeys.id, cursor))
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(toApiKey)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
