import type { Note } from '@/shared/schemas/note'

/** A row of conversation_notes with whom it mentions, as `noteColumns` selects it. */
export type NoteRow = {
  id: string
  conversation_id: string
  body: string
  author: string
  author_name: string
  created_at: Date
  mentions: string[]
}

/** What a statement that calls the table `note` selects for `toNote`; mentions by their primary key. */
export const noteColumns = `note.id, note.conversation_id, note.body, note.author, note.author_name, note.created_at,
  array(select mention.person_id from conversation_mentions mention where mention.note_id = note.id order by 1) as mentions`

export function toNote(row: NoteRow): Note {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    body: row.body,
    author: row.author,
    authorName: row.author_name,
    mentions: row.mentions,
    createdAt: row.created_at.toISOString(),
  }
}
