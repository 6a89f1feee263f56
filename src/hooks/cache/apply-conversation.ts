import type { Conversation } from '@/shared/schemas/message'
import type { ConversationFilter } from '../api/messages'
import { insertItem, itemsOf, mapItems, type Pages } from './pages'

/** The list of conversations after a text: the conversation as reported, moved to where its last text puts it. */
export function applyConversation(data: Pages<Conversation>, conversation: Conversation, filter: ConversationFilter) {
  const known = itemsOf(data).find((item) => item.id === conversation.id)
  if (known && known.lastMessageAt > conversation.lastMessageAt) return data
  if (known && known.lastMessageAt === conversation.lastMessageAt) return replace(data, conversation)
  // Whether an unseen conversation answers a search is the server's to say: the list is asked again.
  if (!known && filter.q) return data
  const without = mapItems(data, (item) => (item.id === conversation.id ? null : item))
  if (filter.unread && conversation.unreadCount === 0 && !known) return without
  return insertItem(without, conversation, sortKey)
}

/** After somebody read a conversation, all of it or up to a text. It stays in an unread filter until the list is asked again: rows do not vanish under the pointer. */
export function applyRead(data: Pages<Conversation>, conversationId: string, unreadCount = 0) {
  return mapItems(data, (item) =>
    item.id === conversationId && item.unreadCount > unreadCount ? { ...item, unreadCount } : item,
  )
}

/** After a text was deleted: the conversation as it stands without it, moved down when that was its last one. */
export function applyWithoutText(data: Pages<Conversation>, conversation: Conversation) {
  if (!itemsOf(data).some((item) => item.id === conversation.id)) return data
  return insertItem(
    mapItems(data, (item) => (item.id === conversation.id ? null : item)),
    conversation,
    sortKey,
  )
}

export function applyOptOut(data: Pages<Conversation>, phoneNumber: string, optedOut: boolean) {
  return mapItems(data, (item) =>
    item.theirNumber === phoneNumber && item.optedOut !== optedOut ? { ...item, optedOut } : item,
  )
}

function replace(data: Pages<Conversation>, conversation: Conversation) {
  return mapItems(data, (item) => (item.id === conversation.id ? conversation : item))
}

function sortKey(conversation: Conversation) {
  return `${conversation.lastMessageAt} ${conversation.id}`
}
