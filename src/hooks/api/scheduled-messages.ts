import { Message } from '@/shared/schemas/message'
import { pageOf } from '@/shared/schemas/page'
import { ScheduledMessage, type UpdateScheduledMessageInput } from '@/shared/schemas/scheduled-message'
import { request } from './request'

const ScheduledPage = pageOf(ScheduledMessage)

const root = '/api/twilio/messages/scheduled'

export function listScheduledMessages(
  query: { open: boolean; phoneNumber?: string; cursor?: string },
  signal?: AbortSignal,
) {
  return request(ScheduledPage, root, { query, signal })
}

export function updateScheduledMessage({ id, ...input }: UpdateScheduledMessageInput & { id: string }) {
  return request(ScheduledMessage, `${root}/${id}`, { method: 'PATCH', body: input })
}

export function cancelScheduledMessage(id: string) {
  return request(ScheduledMessage, `${root}/${id}`, { method: 'DELETE' })
}

export function sendScheduledNow(id: string) {
  return request(Message, `${root}/${id}/send`, { method: 'POST' })
}
