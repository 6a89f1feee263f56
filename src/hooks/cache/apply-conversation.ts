import type { Conversation } from '@/shared/schemas/message'
import type { ConversationFilter } from '../api/messages'
import { insertItem, itemsOf, mapItems, type Pages } from './pages'

/** The list of conversations after a text: the conversation as reported, moved to where its last text puts it. */
export function applyConversation(data: Pages<Conversation>, conversation: Conversation, filter: ConversationFilter) {
  const known = itemsOf(data).find((item) => item.id === conversation.id)
  // Whether an unseen conversation answers a search is the server's to say: the list is asked again.
  if (!known && filter.q) return data
  const next = known ? laterConversation(known, conversation) : conversation
  if (next === known) return data
  if (!belongs(next, filter, known !== undefined)) return without(data, next.id)
  return known?.lastMessageAt === next.lastMessageAt
    ? replace(data, next)
    : insertItem(without(data, next.id), next, sortKey)
}

/** Of two reports of a conversation the later: of its texts by the last one's time, of what the team made of it by its revision. */
export function laterConversation(known: Conversation, reported: Conversation): Conversation {
  const texts = reported.lastMessageAt >= known.lastMessageAt ? reported : known
  const team = reported.revision > known.revision ? reported : reported.revision < known.revision ? known : texts
  if (texts === known && team === known) return known
  const { status, snoozedUntil, assignedTo, revision } = team
  return { ...texts, status, snoozedUntil, assignedTo, revision }
}

/** One that was read stays in an unread filter: rows do not vanish under the pointer. */
function belongs(conversation: Conversation, filter: ConversationFilter, isKnown: boolean) {
  const assignee = conversation.assignedTo?.id ?? 'nobody'
  return (
    (filter.status === undefined || conversation.status === filter.status) &&
    (filter.assignedTo === undefined || assignee === filter.assignedTo) &&
    (filter.ourNumber === undefined || conversation.ourNumber === filter.ourNumber) &&
    (!filter.unread || conversation.unreadCount > 0 || isKnown)
  )
}

function without(data: Pages<Conversation>, id: string) {
  return mapItems(data, (item) => (item.id === id ? null : item))
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
