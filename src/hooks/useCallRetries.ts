import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cancelCallRetry, listCallRetries, type CallRetryFilter } from './api/call-retries'
import { queryKeys } from './query-keys'

/** Calls that are tried again, the next first, or what came of the others; live events have them asked again. */
export function useCallRetries(filter: CallRetryFilter) {
  return useQuery({
    queryKey: queryKeys.callRetryList(filter),
    queryFn: ({ signal }) => listCallRetries(filter, signal),
  })
}

export function useCancelCallRetry() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: cancelCallRetry,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.callRetries }),
  })
}
