import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const recoveryMarks = pgTable('twilio_recovery_marks', {
  list: text({ enum: ['texts', 'calls', 'recordings'] }).primaryKey(),
  since: timestamp({ withTimezone: true }).notNull(),
  comparedThrough: timestamp('compared_through', { withTimezone: true }).notNull(),
})

export const recoveries = pgTable('twilio_recoveries', {
  id: uuid().primaryKey(),
  recoveredAt: timestamp('recovered_at', { withTimezone: true }).notNull(),
  texts: integer().notNull(),
  calls: integer().notNull(),
  recordings: integer().notNull(),
  firstAt: timestamp('first_at', { withTimezone: true }).notNull(),
  lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
  dismissedAt: timestamp('dismissed_at', { withTimezone: true }),
  dismissedBy: text('dismissed_by'),
})
