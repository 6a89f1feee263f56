import type { CoreContext } from '@/lib/context'

/** The own phones of these people, by their id; who has none or is disabled is not among them. By the primary keys. */
export async function listOwnPhones(
  ctx: Pick<CoreContext, 'database'>,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await ctx.database.pool.query<{ id: string; phone_number: string }>({
    name: 'list-own-phones',
    text: `select id::text as id, phone_number from users
            where id::text = any($1) and phone_number is not null and not disabled
           union all
           select id, phone_number from host_people
            where id = any($1) and phone_number is not null and id not in (select id::text from users)`,
    values: [personIds],
  })
  return new Map(rows.map((row) => [row.id, row.phone_number]))
}
