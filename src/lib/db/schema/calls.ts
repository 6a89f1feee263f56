import { boolean, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const callLogs = pgTable('twilio_call_logs', {
  id: uuid().primaryKey(),
  callSid: text('call_sid').unique(),
  parentCallSid: text('parent_call_sid'),
  direction: text({ enum: ['inbound', 'outbound'] }).notNull(),
  status: text({
    enum: ['queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled'],
  }).notNull(),
  statusRank: smallint('status_rank').notNull(),
  from: text('from_number').notNull(),
  to: text('to_number').notNull(),
  answeredBy: text('answered_by'),
  errorCode: integer('error_code'),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  answeredAt: timestamp('answered_at', { withTimezone: true }),
  endedAt: timestamp('ended_at', { withTimezone: true }),
  durationSeconds: integer('duration_seconds'),
  unknownSince: timestamp('unknown_since', { withTimezone: true }),
  request: jsonb(),
  recordingNotice: text('recording_notice'),
  recordingLease: timestamp('recording_lease', { withTimezone: true }),
  recordingAskedBy: text('recording_asked_by'),
  createdBy: text('created_by'),
  roomId: uuid('room_id'),
  held: boolean().notNull().default(false),
  muted: boolean().notNull().default(false),
  consulting: text(),
  recording: text({ enum: ['off', 'on', 'paused'] })
    .notNull()
    .default('off'),
  disposition: text(),
  notes: text(),
  handledBy: text('handled_by'),
  retryOf: uuid('retry_of'),
  missed: text({ enum: ['voicemail', 'nobody'] }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

export const callStatuses = pgTable(
  'twilio_call_statuses',
  {
    callSid: text('call_sid').notNull(),
    status: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.callSid, table.status] })],
)
