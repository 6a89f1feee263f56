import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Call } from '@/shared/schemas/call'
import { getCall, getCallTimeline, listCalls, type CallFilter } from './api/calls'
import { applyEventToCalls } from './cache/apply-event'
import { catchUp } from './cache/catch-up'
import { catchUpCall } from './cache/catch-up-one'
import { queryKeys } from './query-keys'

/** Whole calls (their legs are seen in the timeline), newest first, page by page; live events keep what was read true. */
export function useCalls(filter: CallFilter = {}) {
  return useInfiniteQuery({
    queryKey: queryKeys.callList(filter),
    queryFn: async ({ pageParam, signal }) => {
      const page = await listCalls({ ...filter, legs: false, ...(pageParam ? { cursor: pageParam } : {}) }, signal)
      return catchUp<Call>(page, pageParam, (data, event) => applyEventToCalls(data, event, filter))
    },
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useCall(callSid: string) {
  return useQuery({
    queryKey: queryKeys.call(callSid),
    queryFn: async ({ signal }) => catchUpCall(await getCall(callSid, signal)),
  })
}

export function useCallTimeline(callSid: string) {
  return useQuery({
    queryKey: queryKeys.callTimeline(callSid),
    queryFn: ({ signal }) => getCallTimeline(callSid, signal),
  })
}

const startOfList: string | null = null
