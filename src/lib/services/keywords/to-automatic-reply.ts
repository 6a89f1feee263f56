import type { automaticReplies } from '@/lib/db/schema/keywords'
import type { AutomaticReply } from '@/shared/schemas/keyword'

/** A row of automatic_replies as lists and live events show it. */
export function toAutomaticReply(row: typeof automaticReplies.$inferSelect): AutomaticReply {
  const { messageId, conversationId, kind, keywordId, status, reason, createdAt } = row
  return { messageId, conversationId, kind, keywordId, status, reason, createdAt: createdAt.toISOString() }
}
