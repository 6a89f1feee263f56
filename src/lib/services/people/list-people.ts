import { z } from 'zod'
import type { Context } from '@/lib/context'
import { personColumns, toPerson, type PersonRow } from '@/lib/services/people/person-row'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { InvalidError } from '@/shared/errors'
import type { PageQuery } from '@/shared/schemas/page'

/** Everyone who may sign in or was invited, oldest first (primary key; ids sort by time). */
export async function listPeople({ database }: Pick<Context, 'database'>, { limit, cursor }: PageQuery) {
  if (cursor !== undefined && !z.uuid().safeParse(cursor).success) throw new InvalidError('The cursor is not valid.')
  const syncCursor = await currentCursor({ database })
  const result = await database.pool.query<PersonRow>({
    name: 'list-people',
    text: `select ${personColumns} from users people
           where $1::uuid is null or people.id > $1 order by people.id limit $2`,
    values: [cursor ?? null, limit + 1],
  })
  const items = result.rows.slice(0, limit).map(toPerson)
  return { items, nextCursor: result.rows.length > limit ? (items.at(-1)?.id ?? null) : null, syncCursor }
}
