import type { CoreContext } from '@/lib/context'
import type { ContactTag } from '@/shared/schemas/contact'

/** The tags in use, the most used first; by one pass over the contacts that have any. */
export async function listContactTags({ database }: Pick<CoreContext, 'database'>): Promise<ContactTag[]> {
  const { rows } = await database.pool.query<ContactTag>({
    name: 'list-contact-tags',
    text: `select tag, count(*)::int as contacts from contacts, unnest(tags) as tag
           where tags <> '{}' group by tag order by count(*) desc, tag limit 500`,
  })
  return rows
}
