import { useQuery } from '@tanstack/react-query'
import { getRecordingRules } from './api/recording-rules'
import { queryKeys } from './query-keys'

/** Which calls are recorded and what is said about it; live events have it asked again. */
export function useRecordingRules() {
  return useQuery({ queryKey: queryKeys.recordingRules, queryFn: ({ signal }) => getRecordingRules(signal) })
}
