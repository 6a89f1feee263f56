import { bigint, json, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const webhookFacts = pgTable('twilio_webhook_facts', {
  eventKey: text('event_key').primaryKey(),
  kind: text().notNull(),
  raw: text().notNull(),
  receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
})

export const events = pgTable('twilio_events', {
  id: bigint({ mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
  type: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  data: json().notNull(),
})

export const auditLog = pgTable('audit_log', {
  id: uuid().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
  actor: text().notNull(),
  action: text().notNull(),
  subject: text(),
  details: jsonb(),
})
