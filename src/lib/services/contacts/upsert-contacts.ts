import type { CoreContext } from '@/lib/context'
import type { contacts } from '@/lib/db/schema/contacts'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { SaveContactInput } from '@/shared/schemas/contact'
import { toContact } from './to-contact'

type Row = typeof contacts.$inferSelect & { inserted: boolean }

/**
 * Adds contacts, or changes what is given of those whose number is known; tags are added to. How many are new. One statement by the unique
 * index on the number, in its order, so that two imports at once do not lock each other out.
 */
export async function upsertContacts(ctx: CoreContext, people: readonly SaveContactInput[]): Promise<number> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const sorted = people.toSorted((one, other) => (one.phoneNumber < other.phoneNumber ? -1 : 1))
    const { rows } = await tx.client.query<Row>({
      name: 'upsert-contacts',
      text: `insert into contacts as contact (id, phone_number, name, time_zone, external_id, email, address_region, address_postal_code,
                                              address_country, tags, created_at, updated_at)
             select (person->>'id')::uuid, person->>'phoneNumber', person->>'name', person->>'timeZone', person->>'externalId', person->>'email',
                    person->>'addressRegion', person->>'addressPostalCode', person->>'addressCountry',
                    array(select jsonb_array_elements_text(coalesce(person->'tags', '[]'))), $2, $2
               from jsonb_array_elements($1::jsonb) as person
             on conflict (phone_number) do update set
               name = excluded.name,
               time_zone = coalesce(excluded.time_zone, contact.time_zone),
               external_id = coalesce(excluded.external_id, contact.external_id),
               email = coalesce(excluded.email, contact.email),
               address_region = coalesce(excluded.address_region, contact.address_region),
               address_postal_code = coalesce(excluded.address_postal_code, contact.address_postal_code),
               address_country = coalesce(excluded.address_country, contact.address_country),
               tags = array(select distinct unnest(contact.tags || excluded.tags) order by 1),
               updated_at = excluded.updated_at
             returning id, phone_number as "phoneNumber", name, time_zone as "timeZone", external_id as "externalId", email,
                       address_region as "addressRegion", address_postal_code as "addressPostalCode", address_country as "addressCountry",
                       tags, created_at as "createdAt", updated_at as "updatedAt", xmax = 0 as inserted`,
      values: [JSON.stringify(sorted.map((person) => ({ ...person, id: uuidV7(at) }))), at],
    })
    await broadcast(
      tx.client,
      at,
      rows.map((row) => ({ type: 'contact.saved', data: { contact: toContact(row) } })),
    )
    return rows.filter(({ inserted }) => inserted).length
  })
}
