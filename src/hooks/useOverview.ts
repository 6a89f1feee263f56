import { useQuery } from '@tanstack/react-query'
import { getOverview } from './api/overview'
import { queryKeys } from './query-keys'

/** The counts of this moment; asked again when an event changes them. */
export function useOverview() {
  return useQuery({ queryKey: queryKeys.overview, queryFn: ({ signal }) => getOverview(signal) })
}
