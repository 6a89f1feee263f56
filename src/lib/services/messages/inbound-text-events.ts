import { toMedia } from '@/lib/services/media/to-media'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { toTeam } from '@/lib/services/conversations/to-conversation'
import { threadKey, type FreshText, type Senders, type Thread } from './write-inbound-texts'

/** What the screens are told of new texts. A keyword counts from its own text on, also for those behind it in the batch. */
export function inboundTextEvents(fresh: FreshText[], threads: Map<string, Thread>, senders: Senders): NewLiveEvent[] {
  const optedOut = new Set(senders.optedOut)
  return fresh
    .toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())
    .flatMap((text) => {
      const thread = threads.get(threadKey(text))
      if (!thread) return []
      if (text.keyword === 'STOP') optedOut.add(text.from)
      if (text.keyword === 'START') optedOut.delete(text.from)
      const received: NewLiveEvent = {
        type: 'message.received',
        data: {
          message: {
            id: text.id,
            messageSid: text.messageSid,
            conversationId: thread.id,
            direction: 'inbound',
            status: 'received',
            from: text.from,
            to: text.to,
            body: text.body,
            numSegments: text.numSegments,
            media: text.media.map(toMedia),
            keyword: text.keyword,
            errorCode: null,
            errorMessage: null,
            sentBy: null,
            createdAt: text.receivedAt.toISOString(),
          },
          conversation: {
            id: thread.id,
            ourNumber: text.to,
            theirNumber: text.from,
            contactId: senders.contacts.get(text.from)?.id ?? null,
            contactName: senders.contacts.get(text.from)?.name ?? null,
            lastMessageAt: thread.last_message_at.toISOString(),
            lastMessagePreview: thread.last_message_preview,
            lastMessageDirection: thread.last_message_direction,
            unreadCount: thread.unread_count,
            optedOut: optedOut.has(text.from),
            ...toTeam(thread),
          },
        },
      }
      if (text.keyword !== 'STOP' && text.keyword !== 'START') return [received]
      const kind = text.keyword === 'STOP' ? 'opted_out' : 'opted_in'
      return [received, { type: 'opt_out.recorded', data: { phoneNumber: text.from, kind } }]
    })
}
