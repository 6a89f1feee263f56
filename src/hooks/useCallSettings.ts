import { useQuery } from '@tanstack/react-query'
import { getCallSettings } from './api/call-settings'
import { queryKeys } from './query-keys'

/** When calls are tried again and what they can come to; live events have it asked again. */
export function useCallSettings() {
  return useQuery({ queryKey: queryKeys.callSettings, queryFn: ({ signal }) => getCallSettings(signal) })
}
