import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const optOuts = pgTable('twilio_opt_outs', {
  id: uuid().primaryKey(),
  phoneNumber: text('phone_number').notNull(),
  kind: text({ enum: ['opted_out', 'opted_in'] }).notNull(),
  source: text({ enum: ['keyword', 'twilio', 'manual', 'import'] }).notNull(),
  words: text(),
  ourNumber: text('our_number'),
  messageSid: text('message_sid'),
  recordedBy: text('recorded_by'),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
})
