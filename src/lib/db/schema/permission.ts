import { bigint, boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Purpose } from '@/shared/permission/purpose'

export const permissionVerdicts = pgTable('permission_verdicts', {
  id: uuid().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
  medium: text({ enum: ['message', 'call'] }).notNull(),
  purpose: text().notNull(),
  to: text('to_number').notNull(),
  from: text('from_number').notNull(),
  verdict: text({ enum: ['allowed', 'held', 'refused'] }).notNull(),
  rule: text(),
  reason: text(),
  heldUntil: timestamp('held_until', { withTimezone: true }),
  actor: text().notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }),
  warnings: jsonb().$type<{ rule: string; reason: string }[]>(),
  prompted: boolean().notNull().default(false),
  timeZones: text('time_zones').array(),
  rulesVersion: integer('rules_version'),
})

export const permissionRules = pgTable('permission_rules', {
  version: integer().primaryKey(),
  rules: jsonb().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const contactConsents = pgTable('contact_consents', {
  sequence: bigint({ mode: 'number' }).primaryKey(),
  id: uuid().notNull().unique(),
  phoneNumber: text('phone_number').notNull(),
  kind: text({ enum: ['granted', 'revoked'] }).notNull(),
  medium: text({ enum: ['message', 'call', 'any'] }).notNull(),
  source: text().notNull(),
  words: text().notNull(),
  evidence: text(),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  digest: text().notNull(),
  hash: text().notNull(),
})

export const phoneLookups = pgTable('phone_lookups', {
  phoneNumber: text('phone_number').primaryKey(),
  lineType: text('line_type').notNull(),
  source: text({ enum: ['lookup', 'delivery'] }).notNull(),
  lookedUpAt: timestamp('looked_up_at', { withTimezone: true }).notNull(),
})

export const permissionSpend = pgTable('permission_spend', {
  period: text().primaryKey(),
  micros: bigint({ mode: 'number' }).notNull(),
})

export const scheduledMessages = pgTable('scheduled_messages', {
  id: uuid().primaryKey(),
  messageId: uuid('message_id').notNull().unique(),
  to: text('to_number').notNull(),
  from: text('from_number').notNull(),
  body: text().notNull(),
  mediaUrls: jsonb('media_urls').$type<string[]>().notNull().default([]),
  purpose: text().$type<Purpose>().notNull(),
  wantedAt: timestamp('wanted_at', { withTimezone: true }).notNull(),
  sendAt: timestamp('send_at', { withTimezone: true }).notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  cancelIfTheyReply: boolean('cancel_if_they_reply').notNull().default(true),
  status: text({
    enum: ['scheduled', 'held', 'sending', 'sent', 'canceled', 'expired', 'refused', 'failed'],
  }).notNull(),
  rule: text(),
  reason: text(),
  claimedUntil: timestamp('claimed_until', { withTimezone: true }),
  attempts: integer().notNull().default(0),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  settledAt: timestamp('settled_at', { withTimezone: true }),
})
