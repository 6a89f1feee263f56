import { z } from 'zod'
import { PageQuery } from './page'

export const ListConversationsQuery = PageQuery.extend({
  /** Part of a contact's name or of a number. */
  q: z.string().trim().min(1).max(100).optional(),
  /** true: only those with unread texts. */
  unread: z.stringbool().optional(),
})
export type ListConversationsQuery = z.infer<typeof ListConversationsQuery>
