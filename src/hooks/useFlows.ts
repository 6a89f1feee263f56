import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  archiveFlow,
  createFlow,
  deleteFlowTest,
  getFlow,
  getFlowActivity,
  getFlowVersion,
  listFlows,
  listFlowTests,
  listFlowVersions,
  publishFlow,
  renameFlow,
  restoreFlowVersion,
  runFlowTests,
  saveFlowTest,
} from './api/flows'
import { queryKeys } from './query-keys'

const startOfList: string | null = null

export function useFlows() {
  return useInfiniteQuery({
    queryKey: queryKeys.flowList,
    queryFn: ({ pageParam, signal }) => listFlows(pageParam, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useFlow(id: string) {
  return useQuery({ queryKey: queryKeys.flow(id), queryFn: ({ signal }) => getFlow(id, signal) })
}

export function useFlowVersions(id: string) {
  return useQuery({ queryKey: queryKeys.flowVersions(id), queryFn: ({ signal }) => listFlowVersions(id, signal) })
}

/** A published version never changes. */
export function useFlowVersion(id: string, version: number | null) {
  return useQuery({
    queryKey: queryKeys.flowVersion(id, version ?? 0),
    queryFn: ({ signal }) => getFlowVersion(id, version ?? 0, signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useFlowTests(id: string) {
  return useQuery({ queryKey: queryKeys.flowTests(id), queryFn: ({ signal }) => listFlowTests(id, signal) })
}

/** Counts of the published version, asked every three seconds while they are looked at. */
export function useFlowActivity(id: string, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.flowActivity(id),
    queryFn: ({ signal }) => getFlowActivity(id, signal),
    enabled,
    refetchInterval: 3_000,
  })
}

/** What can be done with flows; the lists are asked again after each. */
export function useFlowChanges() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: queryKeys.flows })
  return {
    create: useMutation({ mutationFn: createFlow, onSuccess }),
    rename: useMutation({ mutationFn: renameFlow, onSuccess }),
    archive: useMutation({ mutationFn: archiveFlow, onSuccess }),
    publish: useMutation({ mutationFn: publishFlow, onSuccess }),
    restore: useMutation({ mutationFn: restoreFlowVersion, onSuccess }),
    saveTest: useMutation({ mutationFn: saveFlowTest, onSuccess }),
    deleteTest: useMutation({ mutationFn: deleteFlowTest, onSuccess }),
    runTests: useMutation({ mutationFn: runFlowTests }),
  }
}
