import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { TimelineItem } from '@/shared/schemas/timeline'
import { addNote, deleteNote, getTimeline } from './api/inbox'
import { applyEventToTimeline } from './cache/apply-timeline'
import { catchUp } from './cache/catch-up'
import { queryKeys } from './query-keys'

/** What happened in a conversation, newest first, read from its end or from around an entry, both ways; live events keep it true. */
export function useTimeline(conversationId: string, around: string | null = null) {
  return useInfiniteQuery({
    queryKey: queryKeys.timeline(conversationId, around),
    queryFn: async ({ pageParam, signal }) => {
      const start = around === null ? {} : { around }
      const query = { limit: 50, ...(pageParam === null ? start : { cursor: pageParam }) }
      const { theirNumber, ...page } = await getTimeline(conversationId, query, signal)
      return catchUp<TimelineItem>(page, pageParam, (data, event) =>
        applyEventToTimeline(data, event, { conversationId, theirNumber }),
      )
    },
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
    getPreviousPageParam: (page) => page.previousCursor ?? null,
  })
}

/** The note appears with its live event. */
export function useAddNote() {
  return useMutation({ mutationFn: addNote })
}

export function useDeleteNote() {
  return useMutation({ mutationFn: deleteNote })
}

const startOfList: string | null = null
