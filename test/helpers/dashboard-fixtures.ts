import type { Pages } from '@/hooks/cache/pages'
import type { Call } from '@/shared/schemas/call'
import type { Conversation, Message } from '@/shared/schemas/message'

/** A call of a given moment; ids and times rise with `n`. */
export function aCall(n: number, part: Partial<Call> = {}): Call {
  return {
    id: idOf(n),
    callSid: `CA${n}`,
    parentCallSid: null,
    direction: 'inbound',
    status: 'ringing',
    from: '+14155550123',
    to: '+14155550100',
    contactName: null,
    answeredBy: null,
    errorCode: null,
    errorMessage: null,
    startedAt: timeOf(n),
    answeredAt: null,
    endedAt: null,
    durationSeconds: null,
    roomId: null,
    held: false,
    muted: false,
    consulting: null,
    recording: 'off',
    disposition: null,
    notes: null,
    handledBy: null,
    retryOf: null,
    missed: null,
    ...part,
  }
}

/** A text of a given moment in one conversation. */
export function aMessage(n: number, part: Partial<Message> = {}): Message {
  return {
    id: idOf(n),
    messageSid: `SM${n}`,
    conversationId: idOf(900),
    direction: 'outbound',
    status: 'queued',
    from: '+14155550100',
    to: '+14155550123',
    body: `text ${n}`,
    numSegments: 1,
    media: [],
    keyword: null,
    errorCode: null,
    errorMessage: null,
    sentBy: null,
    createdAt: timeOf(n),
    ...part,
  }
}

/** A conversation whose last text is of a given moment. */
export function aConversation(n: number, part: Partial<Conversation> = {}): Conversation {
  return {
    id: idOf(n),
    ourNumber: '+14155550100',
    theirNumber: `+1415555${1000 + n}`,
    contactName: null,
    lastMessageAt: timeOf(n),
    lastMessagePreview: `text ${n}`,
    lastMessageDirection: 'inbound',
    unreadCount: 1,
    optedOut: false,
    status: 'open',
    snoozedUntil: null,
    assignedTo: null,
    contactId: null,
    lastOutboundBy: null,
    revision: 0,
    ...part,
  }
}

/** A list read from the API, one array per page, newest first. */
export function pagesOf<Item>(pages: Item[][], { more = false } = {}): Pages<Item> {
  return {
    pages: pages.map((items, index) => ({
      items,
      nextCursor: index < pages.length - 1 || more ? `after page ${index}` : null,
      syncCursor: '10',
    })),
    pageParams: pages.map((_page, index) => (index === 0 ? null : `after page ${index - 1}`)),
  }
}

export function timeOf(n: number) {
  return new Date(Date.UTC(2026, 10, 22, 12, n)).toISOString()
}

function idOf(n: number) {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
}
