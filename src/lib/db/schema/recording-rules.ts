import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

export const recordingRules = pgTable('recording_rules', {
  version: integer().primaryKey(),
  rules: jsonb().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})
