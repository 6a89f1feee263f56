import { sql } from 'drizzle-orm'
import { bigint, boolean, integer, jsonb, pgTable, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { KeptMedia } from '@/lib/services/media/to-media'
import type { MessageStatus } from '@/shared/messages/message-status-rank'

export const conversations = pgTable(
  'conversations',
  {
    id: uuid().primaryKey(),
    ourNumber: text('our_number').notNull(),
    theirNumber: text('their_number').notNull(),
    lastMessageAt: timestamp('last_message_at', { withTimezone: true }).notNull(),
    lastMessagePreview: text('last_message_preview').notNull(),
    lastMessageDirection: text('last_message_direction', { enum: ['inbound', 'outbound'] }).notNull(),
    unreadCount: integer('unread_count').notNull().default(0),
    status: text({ enum: ['open', 'snoozed', 'done'] })
      .notNull()
      .default('open'),
    snoozedUntil: timestamp('snoozed_until', { withTimezone: true }),
    assignedTo: text('assigned_to'),
    assignedName: text('assigned_name'),
    lastOutboundBy: text('last_outbound_by'),
    revision: integer().notNull().default(0),
    statusCursor: bigint('status_cursor', { mode: 'bigint' }).notNull().default(0n),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** The ten minutes of `lastMessageAt`: what indexes may mention of it (decision 0006). */
    lastMessageSlot: timestamp('last_message_slot', { withTimezone: true })
      .notNull()
      .generatedAlwaysAs(sql`date_bin('10 minutes', last_message_at, '2000-01-01 00:00:00+00')`),
    hasUnread: boolean('has_unread')
      .notNull()
      .generatedAlwaysAs(sql`unread_count > 0`),
  },
  (table) => [unique().on(table.theirNumber, table.ourNumber)],
)

export const messages = pgTable('twilio_messages', {
  id: uuid().primaryKey(),
  messageSid: text('message_sid').unique(),
  conversationId: uuid('conversation_id')
    .notNull()
    .references(() => conversations.id),
  direction: text({ enum: ['inbound', 'outbound'] }).notNull(),
  status: text().$type<MessageStatus>().notNull(),
  statusRank: smallint('status_rank').notNull(),
  from: text('from_number').notNull(),
  to: text('to_number').notNull(),
  messagingServiceSid: text('messaging_service_sid'),
  body: text().notNull(),
  numSegments: smallint('num_segments').notNull(),
  numMedia: smallint('num_media').notNull().default(0),
  media: jsonb().$type<KeptMedia[]>(),
  keyword: text({ enum: ['STOP', 'START', 'HELP'] }),
  errorCode: integer('error_code'),
  createdBy: text('created_by'),
  replacedBy: uuid('replaced_by'),
  attempt: smallint().notNull().default(1),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  unsettled: boolean()
    .notNull()
    .generatedAlwaysAs(sql`message_sid is null and status in ('pending', 'unknown')`),
})
