import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { automaticReplies, messageSuggestions } from '@/lib/db/schema/keywords'
import type { messages } from '@/lib/db/schema/messages'
import { readPastReplies } from '@/lib/services/keywords/read-past-replies'
import { toAutomaticReply } from '@/lib/services/keywords/to-automatic-reply'
import { hasOpenRefusal } from '@/lib/services/opt-outs/has-open-refusal'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { cutLoop } from '@/shared/keywords/cut-loop'
import { detectRefusal } from '@/shared/opt-outs/detect-refusal'
import { neverAutomatic } from '@/shared/schemas/suggestion'
import { readAiSettings } from './read-ai-settings'
import { toSuggestion } from './to-suggestion'

/** Below this the suggestion waits for a person, whatever is allowed. */
const sureEnough = 0.7

/**
 * Lets the suggestion of a text send itself, if its intent is allowed, it is sure, and nothing else has answered the text: it is then the
 * text's one reply, with the same loops cut as for keywords.
 */
export async function claimAutoReply(ctx: CoreContext, text: typeof messages.$inferSelect): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    // One after the other in a conversation, so that each sees the replies before it.
    await tx.client.query('select from conversations where id = $1 for no key update', [text.conversationId])
    const draft = await allowedDraft(tx, text)
    if (draft === null || text.keyword !== null || detectRefusal(text.body) !== null) return
    if (await hasOpenRefusal(tx, text.from)) return
    const now = ctx.clock.now()
    const past = await readPastReplies(tx, [text.conversationId], now)
    const cut = cutLoop(
      { from: text.from, body: text.body, at: text.createdAt },
      past.get(text.conversationId) ?? [],
      now,
    )
    const [claimed] = await tx.drizzle
      .insert(automaticReplies)
      .values({
        messageId: text.id,
        conversationId: text.conversationId,
        kind: 'auto_reply',
        replyMessageId: cut === null ? uuidV7(now) : null,
        body: draft,
        status: cut === null ? 'pending' : 'skipped',
        reason: cut,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning()
    if (!claimed) return
    if (cut === null) await ctx.jobs.enqueue(tx, 'answer-text', { messageId: text.id })
    else await broadcast(tx.client, now, [{ type: 'keyword.answered', data: { reply: toAutomaticReply(claimed) } }])
  })
}

async function allowedDraft(tx: Transaction, text: typeof messages.$inferSelect): Promise<string | null> {
  const [row] = await tx.drizzle.select().from(messageSuggestions).where(eq(messageSuggestions.messageId, text.id))
  if (!row) return null
  const { intent, confidence, draft } = toSuggestion(row, text.conversationId)
  const { autoReplyIntents } = await readAiSettings(tx)
  const allowed = autoReplyIntents.includes(intent) && !neverAutomatic.includes(intent)
  return allowed && confidence >= sureEnough && draft !== '' ? draft : null
}
