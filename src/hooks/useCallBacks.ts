import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { addCallBack, listCallBacks, updateCallBack } from './api/call-backs'
import { queryKeys } from './query-keys'

/** People who want to be called back, or what came of it; live events have them asked again. */
export function useCallBacks(open: boolean) {
  return useQuery({ queryKey: queryKeys.callBackList(open), queryFn: ({ signal }) => listCallBacks(open, signal) })
}

export function useAddCallBack() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: addCallBack,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.callBacks }),
  })
}

export function useUpdateCallBack() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: updateCallBack,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.callBacks }),
  })
}
