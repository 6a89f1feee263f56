import { messageStatusRank } from '@/shared/messages/message-status-rank'
import type { LiveEventData } from '@/shared/schemas/live-event'
import type { Message } from '@/shared/schemas/message'
import { insertItem, itemsOf, mapItems, type Pages } from './pages'

/** A thread (newest first) after a text was received or written. The same text twice is one. */
export function applyMessage(data: Pages<Message>, message: Message): Pages<Message> {
  const known = itemsOf(data).some((item) => item.id === message.id)
  if (!known) return insertItem(data, message, sortKey)
  return mapItems(data, (item) => (item.id === message.id ? laterMessage(item, message) : item))
}

/** A thread after a status callback: the status never moves back. */
export function applyMessageStatus(data: Pages<Message>, change: LiveEventData<'message.status_changed'>) {
  return mapItems(data, (item) => {
    if (item.id !== change.id || messageStatusRank[change.status] < messageStatusRank[item.status]) return item
    const { messageSid, status, errorCode, errorMessage } = change
    return { ...item, messageSid, status, errorCode, errorMessage }
  })
}

/** A thread after a file of a text was fetched, refused or could not be had. */
export function applyMedia(data: Pages<Message>, { id, media }: LiveEventData<'message.media_changed'>) {
  return mapItems(data, (item) => (item.id === id ? { ...item, media } : item))
}

/** A thread after a text was deleted. */
export function applyDeletion(data: Pages<Message>, id: string) {
  return mapItems(data, (item) => (item.id === id ? null : item))
}

function laterMessage(known: Message, reported: Message) {
  return messageStatusRank[reported.status] >= messageStatusRank[known.status] ? reported : known
}

function sortKey(message: Message) {
  return `${message.createdAt} ${message.id}`
}
