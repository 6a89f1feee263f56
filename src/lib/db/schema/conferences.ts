import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const conferences = pgTable('twilio_conferences', {
  id: uuid().primaryKey(),
  conferenceSid: text('conference_sid').unique(),
  kind: text({ enum: ['call', 'conference'] }).notNull(),
  ourNumber: text('our_number').notNull(),
  status: text({ enum: ['init', 'in-progress', 'completed'] }).notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  startedAt: moment('started_at'),
  endedAt: moment('ended_at'),
  takenBy: uuid('taken_by'),
  lookAt: moment('look_at'),
  expectAt: moment('expect_at'),
  ring: jsonb(),
  ringsUntil: moment('rings_until'),
  awaitsPage: boolean('awaits_page').notNull().default(false),
  updatedAt: moment('updated_at').notNull(),
})

export const conferenceParticipants = pgTable('twilio_conference_participants', {
  id: uuid().primaryKey(),
  conferenceId: uuid('conference_id').notNull(),
  callId: uuid('call_id'),
  callSid: text('call_sid'),
  role: text({ enum: ['party', 'recruiter', 'consulted'] }).notNull(),
  personId: text('person_id'),
  phone: text().notNull(),
  name: text(),
  status: text({ enum: ['queued', 'connecting', 'ringing', 'connected', 'complete', 'failed'] }).notNull(),
  muted: boolean().notNull().default(false),
  hold: boolean().notNull().default(false),
  coaching: boolean().notNull().default(false),
  wantsHold: boolean('wants_hold'),
  wantsMuted: boolean('wants_muted'),
  competes: boolean().notNull().default(false),
  lifted: boolean().notNull().default(false),
  leaves: boolean().notNull().default(false),
  saidAt: integer('said_at').notNull().default(-1),
  joinedAt: moment('joined_at'),
  leftAt: moment('left_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})
