import type { QueryClient } from '@tanstack/react-query'
import type { Call } from '@/shared/schemas/call'
import type { PresentPerson } from '@/shared/schemas/conversation'
import type { LiveEvent } from '@/shared/schemas/live-event'
import type { Conversation, Message } from '@/shared/schemas/message'
import type { TimelineItem } from '@/shared/schemas/timeline'
import type { CallFilter } from '../api/calls'
import type { ConversationFilter } from '../api/messages'
import { laterCall } from '../cache/apply-call'
import { laterConversation } from '../cache/apply-conversation'
import { applyEventToCalls, applyEventToConversations, applyEventToThread } from '../cache/apply-event'
import { applyPresence } from '../cache/apply-presence'
import { applyEventToTimeline } from '../cache/apply-timeline'
import type { Pages } from '../cache/pages'
import { queryKeys } from '../query-keys'
import { filterOf } from './filter-of'
import { invalidateSoon } from './invalidate-soon'
import { staleAfter } from './stale-after'

/** Applies a live event to everything the dashboard has read; what cannot be derived from the event is asked again. */
export function patchCaches(client: QueryClient, event: LiveEvent) {
  patchLists(client, event)
  patchSingles(client, event)
  if (event.type === 'conversation.presence_changed') {
    const { conversationId } = event.data
    client.setQueryData<PresentPerson[]>(queryKeys.presence(conversationId), (data) => applyPresence(data ?? [], event))
  }
  invalidateSoon(client, staleAfter(event))
}

function patchLists(client: QueryClient, event: LiveEvent) {
  for (const query of client.getQueryCache().findAll({ queryKey: queryKeys.callLists })) {
    const filter: CallFilter = filterOf(query.queryKey)
    client.setQueryData<Pages<Call>>(query.queryKey, (data) => data && applyEventToCalls(data, event, filter))
  }
  for (const query of client.getQueryCache().findAll({ queryKey: queryKeys.conversationLists })) {
    const filter: ConversationFilter = filterOf(query.queryKey)
    client.setQueryData<Pages<Conversation>>(
      query.queryKey,
      (data) => data && applyEventToConversations(data, event, filter),
    )
  }
  for (const query of client.getQueryCache().findAll({ queryKey: queryKeys.timelines })) {
    const conversationId = String(query.queryKey[2])
    const conversation = client.getQueryData<Conversation>(queryKeys.conversation(conversationId))
    const thread = { conversationId, theirNumber: conversation?.theirNumber ?? null }
    client.setQueryData<Pages<TimelineItem>>(
      query.queryKey,
      (data) => data && applyEventToTimeline(data, event, thread),
    )
  }
  client.setQueryData<Pages<Message>>(queryKeys.messages, (data) => data && applyEventToThread(data, event, null))
}

function patchSingles(client: QueryClient, event: LiveEvent) {
  if ('call' in event.data) {
    const { call } = event.data
    if (call.callSid) {
      client.setQueryData<Call>(queryKeys.call(call.callSid), (known) => known && laterCall(known, call))
    }
  }
  if ('conversation' in event.data) {
    const { conversation } = event.data
    client.setQueryData<Conversation>(queryKeys.conversation(conversation.id), (known) => {
      // Without its last text a conversation is what is reported, though its time is earlier.
      if (event.type === 'message.deleted') return known && conversation
      return known && laterConversation(known, conversation)
    })
  }
}
