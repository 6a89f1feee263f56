import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TemplateVariables } from '@/shared/schemas/template'
import { archiveTemplate, listTemplates, listTemplateVersions, previewText, saveTemplate } from './api/templates'
import { queryKeys } from './query-keys'
import { useSettled } from './use-settled'

/** Templates by name; `q` is part of a name or of the words. */
export function useTemplates(q = '') {
  return useInfiniteQuery({
    queryKey: queryKeys.templateList(q),
    queryFn: ({ pageParam, signal }) =>
      listTemplates({ q, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

export function useTemplateVersions(id: string) {
  return useQuery({
    queryKey: queryKeys.templateVersions(id),
    queryFn: ({ signal }) => listTemplateVersions(id, signal),
  })
}

/** What somebody would read of these words, asked when the writer pauses. */
export function useTextPreview(asked: { body: string; to?: string; variables?: TemplateVariables }) {
  const body = useSettled(asked.body, 300)
  const settled = { ...asked, body }
  return useQuery({
    queryKey: queryKeys.textPreview(settled),
    queryFn: ({ signal }) => previewText(settled, signal),
    enabled: body.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** Changes to templates; the lists are asked again after each. */
export function useTemplateChanges() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: queryKeys.templates })
  return {
    save: useMutation({ mutationFn: saveTemplate, onSuccess }),
    archive: useMutation({ mutationFn: archiveTemplate, onSuccess }),
  }
}

const startOfList: string | null = null
