import { z } from 'zod'
import { Conversation, Message, type SendMessageInput } from '@/shared/schemas/message'
import { pageOf } from '@/shared/schemas/page'
import { PermissionAnswer, type AskPermissionInput } from '@/shared/schemas/permission'
import { HeldMessage } from '@/shared/schemas/scheduled-message'
import { Suggestion } from '@/shared/schemas/suggestion'
import { ApiError } from './api-error'
import { request } from './request'

const MessagePage = pageOf(Message)
export type MessagePage = z.infer<typeof MessagePage>

const ConversationPage = pageOf(Conversation)
export type ConversationPage = z.infer<typeof ConversationPage>

const SendAnswer = z.union([Message, HeldMessage])
export type SendAnswer = z.infer<typeof SendAnswer>

/** `assignedTo`: a person's id, or `nobody`. */
export type ConversationFilter = {
  q?: string
  unread?: boolean
  status?: Conversation['status']
  assignedTo?: string
  ourNumber?: string
}

const root = '/api/twilio/messages'

export function listMessages(query: { cursor?: string; limit?: number }, signal?: AbortSignal) {
  return request(MessagePage, root, { query, signal })
}

export function sendMessage(input: SendMessageInput, idempotencyKey: string) {
  return request(SendAnswer, root, { method: 'POST', body: input, idempotencyKey })
}

/** What would happen if this were sent; nothing is kept. */
export function askPermission(input: AskPermissionInput, signal?: AbortSignal) {
  return request(PermissionAnswer, `${root}/permission`, { method: 'POST', body: input, signal })
}

/** What could be answered to a text; null: nothing is suggested. */
export async function findSuggestion(messageId: string, signal?: AbortSignal): Promise<Suggestion | null> {
  try {
    return await request(Suggestion, `${root}/${messageId}/suggestion`, { signal })
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

export function listConversations(
  query: ConversationFilter & { cursor?: string; limit?: number },
  signal?: AbortSignal,
) {
  return request(ConversationPage, `${root}/conversations`, { query, signal })
}

export function getConversation(id: string, signal?: AbortSignal) {
  return request(Conversation, `${root}/conversations/${id}`, { signal })
}

/** Up to the text `through`; what came after it stays unread. */
export function markConversationRead({ id, through }: { id: string; through: string }) {
  return request(z.unknown(), `${root}/conversations/${id}/read`, { method: 'POST', query: { through } })
}
