import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  changeKeyword,
  deleteKeyword,
  listAssignable,
  listAutomaticReplies,
  listKeywords,
  orderKeywords,
  saveKeyword,
} from './api/keywords'
import { queryKeys } from './query-keys'

export function useKeywords() {
  return useQuery({ queryKey: queryKeys.keywordList, queryFn: ({ signal }) => listKeywords(signal) })
}

export function useAutomaticReplies() {
  return useQuery({ queryKey: queryKeys.automaticReplies, queryFn: ({ signal }) => listAutomaticReplies(signal) })
}

export function useAssignable() {
  const colleagues = useQuery({ queryKey: queryKeys.colleagues, queryFn: ({ signal }) => listAssignable(signal) })
  return colleagues.data?.filter((person) => person.active) ?? []
}

/** Changes to the rules; the lists are asked again after each. */
export function useKeywordChanges() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: queryKeys.keywords })
  return {
    save: useMutation({ mutationFn: saveKeyword, onSuccess }),
    change: useMutation({ mutationFn: changeKeyword, onSuccess }),
    remove: useMutation({ mutationFn: deleteKeyword, onSuccess }),
    order: useMutation({ mutationFn: orderKeywords, onSuccess }),
  }
}
