import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Conversation, Message } from '@/shared/schemas/message'
import {
  getConversation,
  listConversationMessages,
  listConversations,
  markConversationRead,
  type ConversationFilter,
} from './api/messages'
import { applyRead } from './cache/apply-conversation'
import { applyEventToConversations, applyEventToThread } from './cache/apply-event'
import { catchUp } from './cache/catch-up'
import { catchUpConversation } from './cache/catch-up-one'
import type { Pages } from './cache/pages'
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

/** The texts of a conversation, newest first. */
export function useThread(conversationId: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.thread(conversationId),
    queryFn: async ({ pageParam, signal }) => {
      const page = await listConversationMessages(
        conversationId,
        { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      )
      return catchUp<Message>(page, pageParam, (data, event) => applyEventToThread(data, event, conversationId))
    },
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
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
