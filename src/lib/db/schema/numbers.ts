import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { NumberProblem, OurNumber } from '@/shared/schemas/number'

export const phoneNumbers = pgTable('twilio_phone_numbers', {
  id: uuid().primaryKey(),
  phoneNumber: text('phone_number').notNull().unique(),
  phoneNumberSid: text('phone_number_sid').unique(),
  friendlyName: text('friendly_name').notNull(),
  capabilities: jsonb().$type<OurNumber['capabilities']>().notNull().default({ voice: true, sms: true, mms: true }),
  answer: jsonb().$type<Partial<OurNumber['answer']>>().notNull().default({}),
  checkedAt: timestamp('checked_at', { withTimezone: true }),
  problems: jsonb().$type<NumberProblem[]>(),
  releasedAt: timestamp('released_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
