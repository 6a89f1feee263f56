import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { messageSuggestions } from '@/lib/db/schema/keywords'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Message } from '@/shared/schemas/message'
import { classifyText } from '@/shared/suggestions/classify-text'
import { readAiSettings } from './read-ai-settings'
import { toSuggestion } from './to-suggestion'

/**
 * Offers texts to the AI step. The local classifier answers here and now; where a model is configured, or the intent may answer by itself,
 * a job goes on from there.
 */
export async function offerTexts(
  ctx: CoreContext,
  tx: Transaction,
  texts: readonly Message[],
): Promise<NewLiveEvent[]> {
  const worded = texts.filter((text) => text.keyword === null && text.body.trim() !== '')
  if (worded.length === 0) return []
  const at = ctx.clock.now()
  const rows = worded.map((text) => ({
    ...classifyText(text.body),
    messageId: text.id,
    source: 'local' as const,
    createdAt: at,
  }))
  const written = await tx.drizzle.insert(messageSuggestions).values(rows).onConflictDoNothing().returning()
  const { autoReplyIntents } = await readAiSettings(tx)
  const automatic: readonly string[] = autoReplyIntents
  const jobs = written
    .filter((row) => ctx.config.ai !== null || automatic.includes(row.intent))
    .map((row) => ({ payload: { messageId: row.messageId }, key: `suggest:${row.messageId}`, tries: 3 }))
  await ctx.jobs.enqueueAll(tx, 'suggest-reply', jobs)
  const conversationOf = new Map(worded.map((text) => [text.id, text.conversationId]))
  return written.map((row) => ({
    type: 'suggestion.made',
    data: { suggestion: toSuggestion(row, conversationOf.get(row.messageId) ?? '') },
  }))
}
