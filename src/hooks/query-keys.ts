import type { CallFilter } from './api/calls'
import type { ContactFilter } from './api/contacts'
import type { ConversationFilter } from './api/messages'

/** Where each answer of the API lies in the query cache; live events find it there. */
export const queryKeys = {
  me: ['me'],
  overview: ['overview'],
  callLists: ['calls', 'list'],
  callList: (filter: CallFilter) => ['calls', 'list', filter],
  calls: ['calls', 'one'],
  call: (callSid: string) => ['calls', 'one', callSid],
  callTimelines: ['calls', 'timeline'],
  callTimeline: (callSid: string) => ['calls', 'timeline', callSid],
  messages: ['messages', 'recent'],
  conversationLists: ['conversations', 'list'],
  conversationList: (filter: ConversationFilter) => ['conversations', 'list', filter],
  conversations: ['conversations', 'one'],
  conversation: (id: string) => ['conversations', 'one', id],
  threads: ['conversations', 'thread'],
  thread: (conversationId: string) => ['conversations', 'thread', conversationId],
  timelines: ['conversations', 'timeline'],
  timeline: (conversationId: string, around: string | null) => ['conversations', 'timeline', conversationId, around],
  conversationCounts: ['conversations', 'counts'],
  presence: (conversationId: string) => ['conversations', 'presence', conversationId],
  mentions: ['conversations', 'mentions'],
  inboxSearch: (q: string) => ['conversations', 'search', q],
  colleagues: ['colleagues'],
  optOutSuggestions: ['opt-out-suggestions'],
  keywords: ['keywords'],
  suggestion: (messageId: string) => ['suggestions', messageId],
  aiSettings: ['ai-settings'],
  contacts: ['contacts'],
  contactList: (filter: ContactFilter) => ['contacts', 'list', filter],
  numbers: ['numbers'],
  operations: ['operations'],
  people: ['people'],
  apiKeys: ['api-keys'],
} as const
