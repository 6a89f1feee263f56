import { boolean, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text().notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    subjectId: uuid('subject_id').notNull(),
    claimedUntil: timestamp('claimed_until', { withTimezone: true }).notNull(),
    answerStatus: smallint('answer_status'),
    answerBody: text('answer_body'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
)

export const failedOperations = pgTable('failed_operations', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  subject: text().notNull(),
  reason: text().notNull(),
  payload: jsonb().notNull(),
  status: text({ enum: ['failed', 'retrying', 'succeeded', 'dismissed'] }).notNull(),
  attempts: integer().notNull().default(1),
  automatic: boolean().notNull().default(false),
  retryAt: timestamp('retry_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  settledAt: timestamp('settled_at', { withTimezone: true }),
  settledBy: text('settled_by'),
})
