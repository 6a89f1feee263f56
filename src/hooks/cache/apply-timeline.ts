import type { Call } from '@/shared/schemas/call'
import type { LiveEvent } from '@/shared/schemas/live-event'
import type { Message } from '@/shared/schemas/message'
import type { TimelineItem } from '@/shared/schemas/timeline'
import { laterCall } from './apply-call'
import { applyEventToThread } from './apply-event'
import { insertItem, itemsOf, mapItems, type Pages } from './pages'

type Thread = { conversationId: string; theirNumber: string | null }

/** A conversation's timeline (newest first) after any live event. Pure; an event applied twice changes nothing the second time. */
export function applyEventToTimeline(data: Pages<TimelineItem>, event: LiveEvent, thread: Thread): Pages<TimelineItem> {
  switch (event.type) {
    case 'message.received':
    case 'message.created':
    case 'message.status_changed':
    case 'message.media_changed':
    case 'message.deleted':
      return applyText(data, event, thread.conversationId)
    case 'call.queued':
    case 'call.ringing':
    case 'call.answered':
    case 'call.ended':
      return concernsThem(event.data.call, thread.theirNumber) ? applyCallEntry(data, event.data.call) : data
    case 'conversation.note_added': {
      const { note } = event.data
      if (note.conversationId !== thread.conversationId) return data
      return insertOnce(data, { kind: 'note', id: note.id, at: note.createdAt, note })
    }
    case 'conversation.note_deleted':
      return mapItems(data, (item) => (item.id === event.data.noteId ? null : item))
    case 'conversation.changed':
      if (event.data.conversation.id !== thread.conversationId) return data
      return event.data.changes.reduce(
        (pages, change) => insertOnce(pages, { kind: 'change', id: change.id, at: change.at, change }),
        data,
      )
    default:
      return data
  }
}

/** Each text as the event leaves it in a thread of its own; a new one is put in its place. */
function applyText(data: Pages<TimelineItem>, event: LiveEvent, conversationId: string) {
  const changed = mapItems(data, (item) => {
    if (item.kind !== 'message') return item
    const [message] = itemsOf(applyEventToThread(aloneInThread(item.message), event, conversationId))
    if (message === item.message) return item
    return message ? { ...item, message } : null
  })
  if (event.type !== 'message.received' && event.type !== 'message.created') return changed
  const { message } = event.data
  if (message.conversationId !== conversationId) return changed
  return insertOnce(changed, { kind: 'message', id: message.id, at: message.createdAt, message })
}

/** Further pages might follow, so that nothing is added to it. */
function aloneInThread(message: Message): Pages<Message> {
  return { pages: [{ items: [message], nextCursor: 'more', previousCursor: 'more' }], pageParams: [null] }
}

/** A leg from them belongs to their call; a leg to them is how somebody reached them. */
function concernsThem(call: Call, theirNumber: string | null) {
  return (call.from === theirNumber && call.parentCallSid === null) || call.to === theirNumber
}

function applyCallEntry(data: Pages<TimelineItem>, call: Call) {
  const present = mapItems(data, (item) => {
    if (item.kind !== 'call' || item.id !== call.id) return item
    const next = laterCall(item.call, call)
    return next === item.call ? item : { ...item, call: next }
  })
  return insertOnce(present, { kind: 'call', id: call.id, at: call.startedAt, call })
}

function insertOnce(data: Pages<TimelineItem>, entry: TimelineItem) {
  return itemsOf(data).some((item) => item.id === entry.id) ? data : insertItem(data, entry, timelineKey)
}

/** The timeline with a text that the server has taken, in case its live event is still on its way. */
export function applySent(data: Pages<TimelineItem>, message: Message) {
  return insertOnce(data, { kind: 'message', id: message.id, at: message.createdAt, message })
}

/** Sorts as the server does, but for entries of one millisecond. */
export function timelineKey(item: TimelineItem) {
  return `${item.at} ${item.id}`
}
