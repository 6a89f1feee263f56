import { bigint, boolean, customType, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const eventLog = pgTable('twilio_event_log', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  prunedThrough: bigint('pruned_through', { mode: 'bigint' }).notNull(),
})

export const eventFollowers = pgTable('twilio_event_followers', {
  name: text().primaryKey(),
  after: bigint({ mode: 'bigint' }).notNull(),
})

export const syncTickets = pgTable('twilio_sync_tickets', {
  ticketHash: bytea('ticket_hash').primaryKey(),
  actor: json().notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
})
