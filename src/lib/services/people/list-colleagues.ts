import type { CoreContext } from '@/lib/context'
import type { Colleague } from '@/shared/schemas/conversation'

/** Everybody who can be assigned and mentioned, by name: our own people and those of the host who have used the inbox. */
export async function listColleagues({ database }: Pick<CoreContext, 'database'>): Promise<Colleague[]> {
  const result = await database.pool.query<Colleague>({
    name: 'list-colleagues',
    text: `select id::text as id, name, not disabled and role <> 'viewer' as active, phone_number is not null as reachable from users
           union all
           select id, name, true, phone_number is not null from host_people where id not in (select id::text from users)
           order by 2, 1`,
  })
  return result.rows
}
