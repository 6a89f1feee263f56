import type { Call } from '@/shared/schemas/call'
import type { Conversation } from '@/shared/schemas/message'

export type Activity =
  | { kind: 'call'; id: string; at: string; call: Call }
  | { kind: 'text'; id: string; at: string; conversation: Conversation }

/** Calls and the last text of each conversation in one list, newest first. */
export function recentActivity(calls: readonly Call[], conversations: readonly Conversation[], count: number) {
  const entries: Activity[] = [
    ...calls.map((call) => ({ kind: 'call' as const, id: call.id, at: call.startedAt, call })),
    ...conversations.map((conversation) => ({
      kind: 'text' as const,
      id: conversation.id,
      at: conversation.lastMessageAt,
      conversation,
    })),
  ]
  return entries.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, count)
}
