import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Call, CreateCallInput } from '@/shared/schemas/call'
import { placeCall } from './api/calls'
import { applyCall } from './cache/apply-call'
import type { Pages } from './cache/pages'
import { queryKeys } from './query-keys'

/** Places a call; the same key asked twice places one call. */
export function usePlaceCall() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ input, key }: { input: CreateCallInput; key: string }) => placeCall(input, key),
    onSuccess: (call) => {
      const active = { active: true }
      client.setQueryData<Pages<Call>>(queryKeys.callList(active), (data) => data && applyCall(data, call, active))
      client.setQueryData<Pages<Call>>(queryKeys.callList({}), (data) => data && applyCall(data, call, {}))
    },
  })
}
