import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const callSettings = pgTable('call_settings', {
  version: integer().primaryKey(),
  settings: jsonb().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull(),
})

export const callRetries = pgTable('call_retries', {
  id: uuid().primaryKey(),
  retryOf: uuid('retry_of').notNull().unique(),
  attempt: integer().notNull(),
  from: text('from_number').notNull(),
  to: text('to_number').notNull(),
  ended: text().notNull(),
  status: text({ enum: ['planned', 'placing', 'placed', 'canceled', 'skipped', 'failed'] }).notNull(),
  reason: text(),
  dueAt: at('due_at').notNull(),
  createdAt: at('created_at').notNull(),
  settledAt: at('settled_at'),
  settledBy: text('settled_by'),
})

export const callBacks = pgTable('call_backs', {
  id: uuid().primaryKey(),
  theirNumber: text('their_number').notNull(),
  ourNumber: text('our_number').notNull(),
  callSid: text('call_sid'),
  wish: text(),
  status: text({ enum: ['open', 'done', 'canceled'] }).notNull(),
  claimedBy: text('claimed_by'),
  reachedCallId: uuid('reached_call_id'),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
  settledAt: at('settled_at'),
  settledBy: text('settled_by'),
  dueAt: at('due_at'),
  createdBy: text('created_by'),
})

export const voicemailGreetings = pgTable('voicemail_greetings', {
  id: uuid().primaryKey(),
  personId: text('person_id'),
  heardBy: text('heard_by', { enum: ['machines', 'callers'] })
    .notNull()
    .default('machines'),
  name: text().notNull(),
  words: text(),
  storageKey: text('storage_key'),
  contentType: text('content_type'),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull(),
  deletedAt: at('deleted_at'),
})
