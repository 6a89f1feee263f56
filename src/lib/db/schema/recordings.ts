import { bigint, integer, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const recordings = pgTable('twilio_recordings', {
  id: uuid().primaryKey(),
  recordingSid: text('recording_sid').notNull().unique(),
  callSid: text('call_sid'),
  conferenceSid: text('conference_sid'),
  status: text().notNull(),
  source: text(),
  channels: smallint(),
  durationSeconds: integer('duration_seconds'),
  mediaUrl: text('media_url'),
  errorCode: integer('error_code'),
  startedAt: timestamp('started_at', { withTimezone: true }),
  fileStatus: text('file_status').notNull().default('waiting'),
  fileReason: text('file_reason'),
  storageKey: text('storage_key'),
  contentType: text('content_type'),
  sizeBytes: bigint('size_bytes', { mode: 'number' }),
  deletedAt: timestamp('deleted_at', { withTimezone: true }),
  deletedBy: text('deleted_by'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})
