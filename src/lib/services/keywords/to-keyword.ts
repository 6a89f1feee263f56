import type { smsKeywords } from '@/lib/db/schema/keywords'
import type { Keyword } from '@/shared/schemas/keyword'

export type KeywordRow = typeof smsKeywords.$inferSelect

/** A row of sms_keywords as lists and answers show it, with what it answered lately. */
export function toKeyword(row: KeywordRow, use: { answered: number; lastAnsweredAt: Date | null }): Keyword {
  return {
    ...row,
    answered: use.answered,
    lastAnsweredAt: use.lastAnsweredAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
