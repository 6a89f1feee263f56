import { z } from 'zod'
import { Conversation } from './message'

/** What the team says among itself beside a conversation; never sent to anybody. */
export const Note = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  body: z.string(),
  /** The actor who wrote it. */
  author: z.string(),
  authorName: z.string(),
  /** Ids of the people it mentions. */
  mentions: z.array(z.string()),
  createdAt: z.iso.datetime(),
})
export type Note = z.infer<typeof Note>

export const AddNoteInput = z.strictObject({
  body: z.string().trim().min(1, 'Write a note first.').max(4000, 'A note can have 4,000 characters at most.'),
})
export type AddNoteInput = z.infer<typeof AddNoteInput>

/** A note that mentions whoever asks. */
export const Mention = z.object({
  id: z.uuid(),
  note: Note,
  conversation: Conversation,
  readAt: z.iso.datetime().nullable(),
})
export type Mention = z.infer<typeof Mention>
