import type { ConversationFilter } from '@/hooks/api/messages'
import type { ConversationStatus } from '@/shared/schemas/conversation'

export const inboxViews = ['open', 'mine', 'unassigned', 'mentions'] as const
export type InboxView = (typeof inboxViews)[number]

/** What the address says about the list; what it does not say is the open conversations of everybody. */
export type InboxSearch = {
  q?: string | undefined
  view?: InboxView | undefined
  standing?: ConversationStatus | 'all' | undefined
  unread?: boolean | undefined
  number?: string | undefined
}

/** The conversations a view lists. A search looks through all of them, and so does a look at what is unread. */
export function inboxFilter(search: InboxSearch, personId: string): ConversationFilter {
  const q = search.q?.trim()
  if (q) return { q }
  const status = search.standing ?? (search.unread ? 'all' : 'open')
  const assignedTo = { mine: personId, unassigned: 'nobody', open: undefined, mentions: undefined }[
    search.view ?? 'open'
  ]
  return {
    ...(status !== 'all' && { status }),
    ...(assignedTo !== undefined && { assignedTo }),
    ...(search.unread && { unread: true }),
    ...(search.number && { ourNumber: search.number }),
  }
}
