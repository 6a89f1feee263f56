import type { contacts } from '@/lib/db/schema/contacts'
import type { Contact } from '@/shared/schemas/contact'

/** A row of contacts as lists and answers show it. */
export function toContact(row: typeof contacts.$inferSelect): Contact {
  return {
    id: row.id,
    phoneNumber: row.phoneNumber,
    name: row.name,
    timeZone: row.timeZone,
    externalId: row.externalId,
    email: row.email,
    addressRegion: row.addressRegion,
    addressPostalCode: row.addressPostalCode,
    addressCountry: row.addressCountry,
    tags: row.tags,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
