import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { listMentions, searchInbox } from './api/inbox'
import { queryKeys } from './query-keys'

/** Texts and notes that have the words, newest first. */
export function useInboxSearch(q: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.inboxSearch(q),
    queryFn: ({ pageParam, signal }) => searchInbox({ q, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** The notes that mention the person, newest first. */
export function useMentions() {
  return useInfiniteQuery({
    queryKey: queryKeys.mentions,
    queryFn: ({ pageParam, signal }) => listMentions(pageParam ? { cursor: pageParam } : {}, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
}

const startOfList: string | null = null
