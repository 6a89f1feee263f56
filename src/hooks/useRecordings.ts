import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { deleteRecording, listRecordings, makeRecordingLink, type RecordingFilter } from './api/recordings'
import { queryKeys } from './query-keys'
import { useForbidden } from './useMe'

/** Recordings of a call or with a person, newest first; none for who may not listen. Live events have them asked again. */
export function useRecordings(filter: RecordingFilter) {
  const forbidden = useForbidden()
  return useQuery({
    queryKey: queryKeys.recordingList(filter),
    queryFn: ({ signal }) => listRecordings(filter, signal),
    enabled: forbidden('recordings.read') === undefined,
  })
}

/** All recordings that fit, newest first, page by page. */
export function useRecordingPages(filter: RecordingFilter) {
  const forbidden = useForbidden()
  return useInfiniteQuery({
    queryKey: [...queryKeys.recordingList(filter), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      listRecordings({ ...filter, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
    enabled: forbidden('recordings.read') === undefined,
  })
}

const startOfList: string | null = null

/** An address to play a recording at; it is asked for when somebody wants to listen, which is written down. */
export function useRecordingLink(recordingSid: string) {
  return useMutation({ mutationFn: () => makeRecordingLink(recordingSid) })
}

export function useDeleteRecording(recordingSid: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => deleteRecording(recordingSid),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.recordings }),
  })
}
