import type { CoreContext } from '@/lib/context'
import type { contacts } from '@/lib/db/schema/contacts'
import { decodeNameCursor, encodeNameCursor } from '@/lib/services/contacts/name-cursor'
import { toContact } from '@/lib/services/contacts/to-contact'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import type { ListContactsQuery } from '@/shared/schemas/contact'

type ContactRow = typeof contacts.$inferSelect

/** Contacts by name (contacts_name). `q` is part of a name or of a number. */
export async function listContacts(ctx: Pick<CoreContext, 'database'>, query: ListContactsQuery) {
  const syncCursor = await currentCursor(ctx)
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  const conditions: string[] = []
  if (query.cursor) {
    const { name, id } = decodeNameCursor(query.cursor)
    conditions.push(`(lower(name), id) > (${parameter(name)}, ${parameter(id)})`)
  }
  if (query.phoneNumber) conditions.push(`phone_number = ${parameter(query.phoneNumber)}`)
  if (query.tag) conditions.push(`tags @> array[${parameter(query.tag)}]`)
  if (query.q) {
    const text = parameter(`%${query.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
    conditions.push(`(name ilike ${text} or phone_number like ${text})`)
  }
  const result = await ctx.database.pool.query<ContactRow & { sortName: string }>(
    `select id, phone_number as "phoneNumber", name, time_zone as "timeZone", external_id as "externalId", tags, email,
            address_region as "addressRegion", address_postal_code as "addressPostalCode", address_country as "addressCountry",
            created_at as "createdAt", updated_at as "updatedAt", lower(name) as "sortName"
     from contacts ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by lower(name), id limit ${parameter(query.limit + 1)}`,
    values,
  )
  const kept = result.rows.slice(0, query.limit)
  const last = kept.at(-1)
  return {
    items: kept.map((row) => toContact(row)),
    nextCursor: result.rows.length > query.limit && last ? encodeNameCursor(last.sortName, last.id) : null,
    syncCursor,
  }
}
