import type { Call } from '@/shared/schemas/call'
import type { Contact } from '@/shared/schemas/contact'
import type { Conversation } from '@/shared/schemas/message'
import { mapItems, type Pages } from './pages'

/** Calls after a contact was named: whoever calls or is called from that number carries the name. */
export function applyContactToCalls(data: Pages<Call>, contact: Contact) {
  return mapItems(data, (call) => {
    const theirs = call.direction === 'inbound' ? call.from : call.to
    return theirs === contact.phoneNumber && call.contactName !== contact.name
      ? { ...call, contactName: contact.name }
      : call
  })
}

export function applyContactToConversations(data: Pages<Conversation>, contact: Contact) {
  return mapItems(data, (conversation) =>
    conversation.theirNumber === contact.phoneNumber && conversation.contactName !== contact.name
      ? { ...conversation, contactName: contact.name }
      : conversation,
  )
}
