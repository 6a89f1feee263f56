import { z } from 'zod'
import { Conversation } from './message'
import { PageQuery } from './page'

export const SearchInboxQuery = PageQuery.extend({
  /** Words of a text or a note; of the last one its beginning is enough. */
  q: z.string().trim().min(1).max(200),
})
export type SearchInboxQuery = z.infer<typeof SearchInboxQuery>

/** A text or a note that has the words. */
export const SearchHit = z.object({
  id: z.uuid(),
  kind: z.enum(['text', 'note']),
  body: z.string(),
  direction: z.enum(['inbound', 'outbound']).nullable(),
  /** The actor who sent the text or wrote the note. */
  author: z.string().nullable(),
  at: z.iso.datetime(),
  conversation: Conversation,
})
export type SearchHit = z.infer<typeof SearchHit>
