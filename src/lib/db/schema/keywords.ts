import { boolean, date, integer, jsonb, pgTable, real, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { KeywordHours } from '@/shared/schemas/keyword'

export const smsKeywords = pgTable('sms_keywords', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  ourNumber: text('our_number'),
  match: text({ enum: ['exact', 'starts_with', 'contains', 'pattern', 'any'] }).notNull(),
  words: text().array().notNull(),
  position: integer().notNull(),
  enabled: boolean().notNull(),
  hours: jsonb().$type<KeywordHours>(),
  replyBody: text('reply_body'),
  replyTemplateId: uuid('reply_template_id'),
  tags: text().array().notNull(),
  assignTo: text('assign_to'),
  flowId: uuid('flow_id'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

export const automaticReplies = pgTable('automatic_replies', {
  messageId: uuid('message_id').primaryKey(),
  conversationId: uuid('conversation_id').notNull(),
  kind: text({ enum: ['keyword', 'auto_reply'] }).notNull(),
  keywordId: uuid('keyword_id'),
  replyMessageId: uuid('reply_message_id'),
  body: text(),
  status: text({ enum: ['pending', 'done', 'sent', 'held', 'skipped', 'refused', 'failed'] }).notNull(),
  reason: text(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const optOutSuggestions = pgTable('opt_out_suggestions', {
  id: uuid().primaryKey(),
  phoneNumber: text('phone_number').notNull(),
  ourNumber: text('our_number').notNull(),
  conversationId: uuid('conversation_id').notNull(),
  messageId: uuid('message_id').notNull().unique(),
  words: text().notNull(),
  phrase: text().notNull(),
  status: text({ enum: ['open', 'confirmed', 'dismissed'] }).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  settledAt: timestamp('settled_at', { withTimezone: true }),
  settledBy: text('settled_by'),
})

export const messageSuggestions = pgTable('message_suggestions', {
  messageId: uuid('message_id').primaryKey(),
  intent: text().notNull(),
  sentiment: text().notNull(),
  confidence: real().notNull(),
  draft: text().notNull(),
  source: text({ enum: ['local', 'model'] }).notNull(),
  model: text(),
  problem: text(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const aiSettings = pgTable('ai_settings', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  autoReplyIntents: text('auto_reply_intents').array().notNull(),
  dailyRequests: integer('daily_requests').notNull(),
  dailyTokens: integer('daily_tokens').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

export const aiUsage = pgTable('ai_usage', {
  day: date().primaryKey(),
  requests: integer().notNull(),
  tokens: integer().notNull(),
})
