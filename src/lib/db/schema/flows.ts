import { integer, json, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Outputs } from '@/shared/ivr/execution'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const ivrFlows = pgTable('ivr_flows', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  flowSid: text('flow_sid').notNull().unique(),
  draft: json().$type<unknown>().notNull(),
  draftRevision: integer('draft_revision').notNull(),
  draftSavedBy: text('draft_saved_by').notNull(),
  draftSavedAt: at('draft_saved_at').notNull(),
  publishedVersion: integer('published_version'),
  createdAt: at('created_at').notNull(),
  archivedAt: at('archived_at'),
})

export const ivrFlowVersions = pgTable(
  'ivr_flow_versions',
  {
    flowId: uuid('flow_id').notNull(),
    version: integer().notNull(),
    definition: json().$type<unknown>().notNull(),
    message: text().notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.flowId, table.version] })],
)

export const ivrFlowTests = pgTable('ivr_flow_tests', {
  id: uuid().primaryKey(),
  flowId: uuid('flow_id').notNull(),
  name: text().notNull(),
  script: jsonb().$type<unknown>().notNull(),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
})

export const ivrExecutions = pgTable('ivr_executions', {
  id: uuid().primaryKey(),
  flowId: uuid('flow_id').notNull(),
  version: integer().notNull(),
  channel: text({ enum: ['call', 'message'] }).notNull(),
  callSid: text('call_sid').unique(),
  ourNumber: text('our_number').notNull(),
  theirNumber: text('their_number').notNull(),
  status: text({ enum: ['active', 'ended'] }).notNull(),
  endedBy: text('ended_by'),
  state: jsonb().$type<unknown>().notNull(),
  pending: jsonb().$type<unknown>(),
  revision: integer().notNull().default(0),
  step: integer().notNull(),
  document: text(),
  workingUntil: at('working_until'),
  wakeAt: at('wake_at'),
  startedAt: at('started_at').notNull(),
  updatedAt: at('updated_at').notNull(),
  endedAt: at('ended_at'),
})

export const ivrInteractions = pgTable(
  'ivr_interactions',
  {
    executionId: uuid('execution_id').notNull(),
    sequence: integer().notNull(),
    flowId: uuid('flow_id').notNull(),
    version: integer().notNull(),
    stateName: text('state_name').notNull(),
    widgetType: text('widget_type').notNull(),
    event: text(),
    outputs: jsonb().$type<Outputs>().notNull(),
    failure: text(),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.executionId, table.sequence] })],
)
