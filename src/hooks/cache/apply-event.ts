import type { Call } from '@/shared/schemas/call'
import type { LiveEvent } from '@/shared/schemas/live-event'
import type { Conversation, Message } from '@/shared/schemas/message'
import type { CallFilter } from '../api/calls'
import type { ConversationFilter } from '../api/messages'
import { applyCall } from './apply-call'
import { applyContactToCalls, applyContactToConversations } from './apply-contact'
import { applyConversation, applyOptOut, applyRead, applyWithoutText } from './apply-conversation'
import { applyDeletion, applyMedia, applyMessage, applyMessageStatus } from './apply-message'
import type { Pages } from './pages'

/** A list of calls after any live event. Pure; an event applied twice changes nothing the second time. */
export function applyEventToCalls(data: Pages<Call>, event: LiveEvent, filter: CallFilter): Pages<Call> {
  switch (event.type) {
    case 'call.queued':
    case 'call.ringing':
    case 'call.answered':
    case 'call.ended':
      return applyCall(data, event.data.call, filter)
    case 'contact.saved':
      return applyContactToCalls(data, event.data.contact)
    default:
      return data
  }
}

/** The list of conversations after any live event. */
export function applyEventToConversations(
  data: Pages<Conversation>,
  event: LiveEvent,
  filter: ConversationFilter,
): Pages<Conversation> {
  switch (event.type) {
    case 'message.received':
    case 'message.created':
    case 'conversation.changed':
      return applyConversation(data, event.data.conversation, filter)
    case 'message.deleted':
      return applyWithoutText(data, event.data.conversation)
    case 'conversation.read':
      return applyRead(data, event.data.conversationId, event.data.unreadCount)
    case 'opt_out.recorded':
      return applyOptOut(data, event.data.phoneNumber, event.data.kind === 'opted_out')
    case 'contact.saved':
      return applyContactToConversations(data, event.data.contact)
    default:
      return data
  }
}

/** One conversation's thread after any live event; null stands for the texts of all conversations. */
export function applyEventToThread(
  data: Pages<Message>,
  event: LiveEvent,
  conversationId: string | null,
): Pages<Message> {
  const concerns = (id: string) => conversationId === null || id === conversationId
  switch (event.type) {
    case 'message.received':
      return concerns(event.data.message.conversationId) ? applyMessage(data, event.data.message) : data
    case 'message.created': {
      const { message, replaces } = event.data
      if (!concerns(message.conversationId)) return data
      return applyMessage(replaces === undefined ? data : applyDeletion(data, replaces), message)
    }
    case 'message.status_changed':
      return concerns(event.data.conversationId) ? applyMessageStatus(data, event.data) : data
    case 'message.media_changed':
      return concerns(event.data.conversationId) ? applyMedia(data, event.data) : data
    case 'message.deleted':
      return concerns(event.data.conversationId) ? applyDeletion(data, event.data.id) : data
    default:
      return data
  }
}
