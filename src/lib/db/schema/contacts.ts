import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const contacts = pgTable('contacts', {
  id: uuid().primaryKey(),
  phoneNumber: text('phone_number').notNull().unique(),
  name: text().notNull(),
  timeZone: text('time_zone'),
  externalId: text('external_id'),
  email: text(),
  addressRegion: text('address_region'),
  addressPostalCode: text('address_postal_code'),
  addressCountry: text('address_country'),
  tags: text().array().notNull().default([]),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
