import type { CoreContext } from '@/lib/context'

/** Who of ours talks on a leg: `client:` and an id in the browser, else whose own phone it is; null when nobody's. */
export async function findPersonOfPhone(ctx: Pick<CoreContext, 'database'>, address: string): Promise<string | null> {
  if (address.startsWith('client:')) return address.slice('client:'.length)
  const { rows } = await ctx.database.pool.query<{ id: string }>({
    name: 'find-person-of-phone',
    // People are few: both tables are read.
    text: `select id::text as id from users where phone_number = $1 and not disabled
           union all
           select id from host_people where phone_number = $1 and id not in (select id::text from users)
           limit 1`,
    values: [address],
  })
  return rows[0]?.id ?? null
}
