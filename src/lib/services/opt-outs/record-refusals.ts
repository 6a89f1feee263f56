import { optOutSuggestions } from '@/lib/db/schema/keywords'
import type { Transaction } from '@/lib/db/client'
import { toOptOutSuggestion } from '@/lib/services/opt-outs/to-opt-out-suggestion'
import { detectRefusal } from '@/shared/opt-outs/detect-refusal'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Message } from '@/shared/schemas/message'

/** Keeps the texts among these that ask in their own words to be left alone, one open entry per number. Gives the live events. */
export async function recordRefusals(tx: Transaction, texts: readonly Message[]): Promise<NewLiveEvent[]> {
  const found = texts.flatMap((text) => {
    const refusal = text.keyword === null ? detectRefusal(text.body) : null
    return refusal ? [{ text, phrase: refusal.phrase }] : []
  })
  if (found.length === 0) return []
  // One open row per number (opt_out_suggestions_open), one row per text.
  const written = await tx.drizzle
    .insert(optOutSuggestions)
    .values(
      found.map(({ text, phrase }) => ({
        id: text.id,
        phoneNumber: text.from,
        ourNumber: text.to,
        conversationId: text.conversationId,
        messageId: text.id,
        words: text.body.slice(0, 500),
        phrase,
        status: 'open' as const,
        createdAt: new Date(text.createdAt),
      })),
    )
    .onConflictDoNothing()
    .returning()
  return written.map((row) => ({ type: 'opt_out.suggested', data: { suggestion: toOptOutSuggestion(row) } }))
}
