import type { QueryClient } from '@tanstack/react-query'
import type { Call } from '@/shared/schemas/call'
import type { LiveEvent } from '@/shared/schemas/live-event'
import type { Conversation, Message } from '@/shared/schemas/message'
import type { CallFilter } from '../api/calls'
import type { ConversationFilter } from '../api/messages'
import { laterCall } from '../cache/apply-call'
import { applyEventToCalls, applyEventToConversations, applyEventToThread } from '../cache/apply-event'
import type { Pages } from '../cache/pages'
import { queryKeys } from '../query-keys'
import { invalidateSoon } from './invalidate-soon'
import { staleAfter } from './stale-after'

/** Applies a live event to everything the dashboard has read; what cannot be derived from the event is asked again. */
export function patchCaches(client: QueryClient, event: LiveEvent) {
  patchLists(client, event)
  patchSingles(client, event)
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
  for (const query of client.getQueryCache().findAll({ queryKey: queryKeys.threads })) {
    const id = String(query.queryKey[2])
    client.setQueryData<Pages<Message>>(query.queryKey, (data) => data && applyEventToThread(data, event, id))
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
    client.setQueryData<Conversation>(queryKeys.conversation(conversation.id), (known) => known && conversation)
  }
}

/** The last part of a list's key is the filter it was asked with. */
function filterOf(queryKey: readonly unknown[]): Record<string, never> {
  const filter = queryKey.at(-1)
  return isRecord(filter) ? filter : {}
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null
}
