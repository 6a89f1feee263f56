import type { Call } from '@/shared/schemas/call'
import type { Conversation } from '@/shared/schemas/message'
import { recentEvents } from '../live/recent'
import { laterCall } from './apply-call'

/** A call as it was read, or as a live event that overtook the answer reported it: a status only moves forward. */
export function catchUpCall(read: Call): Call {
  return recentEvents
    .all()
    .reduce(
      (call, event) =>
        'call' in event.data && event.data.call.id === read.id ? laterCall(call, event.data.call) : call,
      read,
    )
}

/** A conversation as it was read, or as the event of a later text reported it. */
export function catchUpConversation(read: Conversation): Conversation {
  return recentEvents.all().reduce((conversation, event) => {
    if (!('conversation' in event.data) || event.data.conversation.id !== read.id) return conversation
    return event.data.conversation.lastMessageAt > conversation.lastMessageAt ? event.data.conversation : conversation
  }, read)
}
