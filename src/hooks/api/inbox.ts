import { z } from 'zod'
import {
  Colleague,
  ConversationCounts,
  PresentPerson,
  type ChangeConversationInput,
  type PresenceState,
} from '@/shared/schemas/conversation'
import { SearchHit } from '@/shared/schemas/inbox-search'
import { Conversation } from '@/shared/schemas/message'
import { Mention, Note } from '@/shared/schemas/note'
import { pageOf } from '@/shared/schemas/page'
import { TimelinePage } from '@/shared/schemas/timeline'
import { request } from './request'

const root = '/api/twilio/messages'
const Colleagues = z.object({ items: z.array(Colleague) })
const Presence = z.object({ items: z.array(PresentPerson) })
const Hits = pageOf(SearchHit)
const Mentions = pageOf(Mention)

export function getTimeline(
  id: string,
  query: { cursor?: string; around?: string; limit?: number },
  signal?: AbortSignal,
) {
  return request(TimelinePage, `${root}/conversations/${id}/timeline`, { query, signal })
}

export function changeConversation({ id, ...body }: ChangeConversationInput & { id: string }) {
  return request(Conversation, `${root}/conversations/${id}`, { method: 'PATCH', body })
}

export function getConversationCounts(signal?: AbortSignal) {
  return request(ConversationCounts, `${root}/conversations/counts`, { signal })
}

export function addNote({ id, body, idempotencyKey }: { id: string; body: string; idempotencyKey: string }) {
  return request(Note, `${root}/conversations/${id}/notes`, { method: 'POST', body: { body }, idempotencyKey })
}

export function deleteNote({ id, noteId }: { id: string; noteId: string }) {
  return request(z.unknown(), `${root}/conversations/${id}/notes/${noteId}`, { method: 'DELETE' })
}

export function searchInbox(query: { q: string; cursor?: string; limit?: number }, signal?: AbortSignal) {
  return request(Hits, `${root}/search`, { query, signal })
}

export function listMentions(query: { cursor?: string; limit?: number }, signal?: AbortSignal) {
  return request(Mentions, `${root}/mentions`, { query, signal })
}

export function listColleagues(signal?: AbortSignal) {
  return request(Colleagues, `${root}/colleagues`, { signal })
}

/** Says that one reads or writes in a conversation, or has left; answers who is there. `keepalive`: also while the page is closed. */
export function putPresence(id: string, state: PresenceState | 'away', keepalive = false) {
  return request(Presence, `${root}/conversations/${id}/presence`, { method: 'PUT', body: { state }, keepalive })
}
