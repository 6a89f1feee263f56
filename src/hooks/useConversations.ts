import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Conversation } from '@/shared/schemas/message'
import { getConversation, listConversations, markConversationRead, type ConversationFilter } from './api/messages'
import { changeConversation, getConversationCounts } from './api/inbox'
import { applyConversation, applyRead, laterConversation } from './cache/apply-conversation'
import { applyEventToConversations } from './cache/apply-event'
import { catchUp } from './cache/catch-up'
import { catchUpConversation } from './cache/catch-up-one'
import type { Pages } from './cache/pages'
import { filterOf } from './live/filter-of'
import { queryKeys } from './query-keys'

export function useConversations(filter: ConversationFilter = {}) {
  return useInfiniteQuery({
    queryKey: queryKeys.conversationList(filter),
    queryFn: async ({ pageParam, signal }) => {
      const page = await listConversations({ ...filter, ...(pageParam ? { cursor: pageParam } : {}) }, signal)
      return catchUp<Conversation>(page, pageParam, (data, event) => applyEventToConversations(data, event, filter))
    },
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useConversation(id: string) {
  return useQuery({
    queryKey: queryKeys.conversation(id),
    queryFn: async ({ signal }) => catchUpConversation(await getConversation(id, signal)),
  })
}

/** Opens, closes, sets aside or assigns a conversation; the answer is shown without waiting for the live event. */
export function useChangeConversation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: changeConversation,
    onSuccess: (conversation) => {
      client.setQueryData<Conversation>(
        queryKeys.conversation(conversation.id),
        (known) => known && laterConversation(known, conversation),
      )
      for (const query of client.getQueryCache().findAll({ queryKey: queryKeys.conversationLists })) {
        client.setQueryData<Pages<Conversation>>(
          query.queryKey,
          (data) => data && applyConversation(data, conversation, filterOf(query.queryKey)),
        )
      }
      void client.invalidateQueries({ queryKey: queryKeys.conversationCounts })
    },
  })
}

export function useConversationCounts() {
  return useQuery({
    queryKey: queryKeys.conversationCounts,
    queryFn: ({ signal }) => getConversationCounts(signal),
  })
}

/** Marks a conversation read up to a text, at once on screen: a wrong guess costs nothing, the next text brings the count back. */
export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: markConversationRead,
    onMutate: ({ id }) => {
      client.setQueriesData<Pages<Conversation>>({ queryKey: queryKeys.conversationLists }, (data) =>
        data ? applyRead(data, id) : data,
      )
    },
  })
}

const startOfList: string | null = null
