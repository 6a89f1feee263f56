import { boolean, customType, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const conversationNotes = pgTable('conversation_notes', {
  id: uuid().primaryKey(),
  conversationId: uuid('conversation_id').notNull(),
  body: text().notNull(),
  author: text().notNull(),
  authorName: text('author_name').notNull(),
  createdAt: moment('created_at').notNull(),
})

export const conversationMentions = pgTable(
  'conversation_mentions',
  {
    noteId: uuid('note_id').notNull(),
    personId: text('person_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.personId] })],
)

export const conversationChanges = pgTable('conversation_changes', {
  id: uuid().primaryKey(),
  conversationId: uuid('conversation_id').notNull(),
  at: moment('at').notNull(),
  what: text({ enum: ['assigned', 'unassigned', 'snoozed', 'done', 'reopened', 'woke'] }).notNull(),
  actor: text(),
  actorName: text('actor_name'),
  assigneeName: text('assignee_name'),
  until: moment('until'),
})

export const conversationPresence = pgTable(
  'conversation_presence',
  {
    conversationId: uuid('conversation_id').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    state: text({ enum: ['reading', 'writing'] }).notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.personId] })],
)

export const hostPeople = pgTable('host_people', {
  id: text().primaryKey(),
  name: text().notNull(),
  seenAt: moment('seen_at').notNull(),
  phoneNumber: text('phone_number'),
})

export const inboxSearch = pgTable('inbox_search', {
  id: uuid().primaryKey(),
  conversationId: uuid('conversation_id').notNull(),
  kind: text({ enum: ['text', 'note'] }).notNull(),
  at: moment('at').notNull(),
  words: tsvector().notNull(),
})

export const inboxSearchBacklog = pgTable('inbox_search_backlog', {
  onlyRow: boolean('only_row').primaryKey().default(true),
  beforeAt: moment('before_at').notNull(),
  beforeId: uuid('before_id').notNull(),
})
