import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const missedCallTexts = pgTable('missed_call_texts', {
  callId: uuid('call_id').primaryKey(),
  ourNumber: text('our_number').notNull(),
  theirNumber: text('their_number').notNull(),
  messageId: uuid('message_id').notNull().unique(),
  status: text({ enum: ['pending', 'sent', 'held', 'skipped', 'refused', 'failed'] }).notNull(),
  reason: text(),
  dueAt: at('due_at').notNull(),
  createdAt: at('created_at').notNull(),
})
