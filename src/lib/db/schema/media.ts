import { integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { messages } from './messages'

export const media = pgTable('twilio_media', {
  id: uuid().primaryKey(),
  origin: text({ enum: ['twilio', 'upload'] }).notNull(),
  sourceUrl: text('source_url'),
  contentType: text('content_type').notNull(),
  fileName: text('file_name'),
  sizeBytes: integer('size_bytes'),
  status: text({ enum: ['pending', 'stored', 'refused', 'failed'] }).notNull(),
  reason: text(),
  storageKey: text('storage_key').unique(),
  thumbnailKey: text('thumbnail_key').unique(),
  createdBy: text('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  forgetAt: timestamp('forget_at', { withTimezone: true }),
})

export const messageMedia = pgTable(
  'twilio_message_media',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    mediaId: uuid('media_id')
      .notNull()
      .references(() => media.id),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.position] })],
)
