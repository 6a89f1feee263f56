import type { Call } from '@/shared/schemas/call'
import type { Conversation } from '@/shared/schemas/message'
import { recentEvents } from '../live/recent'
import { laterCall } from './apply-call'
import { laterConversation } from './apply-conversation'

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

/** A conversation as it was read, or as later events reported it. */
export function catchUpConversation(read: Conversation): Conversation {
  return recentEvents.all().reduce((conversation, event) => {
    if (!('conversation' in event.data) || event.data.conversation.id !== read.id) return conversation
    const { conversation: reported } = event.data
    const isLater = reported.lastMessageAt > conversation.lastMessageAt || reported.revision > conversation.revision
    return isLater ? laterConversation(conversation, reported) : conversation
  }, read)
}
