import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const smsTemplates = pgTable('sms_templates', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  body: text().notNull(),
  version: integer().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  archivedAt: timestamp('archived_at', { withTimezone: true }),
})

export const smsTemplateVersions = pgTable(
  'sms_template_versions',
  {
    templateId: uuid('template_id').notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    body: text().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.version] })],
)
