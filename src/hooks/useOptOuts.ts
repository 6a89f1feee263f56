import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { listOptOuts } from './api/opt-outs'
import { listWaitingRefusals, settleRefusal } from './api/opt-out-suggestions'
import { queryKeys } from './query-keys'

/** The ledger, newest first: all of it, or one number's. */
export function useOptOuts(phoneNumber: string | null) {
  return useInfiniteQuery({
    queryKey: queryKeys.optOutList(phoneNumber),
    queryFn: ({ pageParam, signal }) =>
      listOptOuts({ ...(phoneNumber && { phoneNumber }), ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Texts that may be refusals and wait for somebody to decide. */
export function useWaitingRefusals() {
  return useQuery({ queryKey: queryKeys.waitingRefusals, queryFn: ({ signal }) => listWaitingRefusals(signal) })
}

export function useSettleRefusal() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: settleRefusal,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.optOutSuggestions }),
        client.invalidateQueries({ queryKey: queryKeys.optOuts }),
      ]),
  })
}

const startOfList: string | null = null
