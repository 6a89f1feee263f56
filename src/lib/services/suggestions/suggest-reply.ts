import { desc, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { messageSuggestions } from '@/lib/db/schema/keywords'
import { messages } from '@/lib/db/schema/messages'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { redact } from '@/shared/suggestions/redact'
import { safeDraft } from '@/shared/suggestions/safe-draft'
import { askModel, longestAnswerTokens, ModelError, type AiConfig, type TextForModel } from './ask-model'
import { claimAutoReply } from './claim-auto-reply'
import { readAiSettings } from './read-ai-settings'
import { reserveBudget, settleBudget, usageDay } from './spend-budget'
import { toSuggestion } from './to-suggestion'

/** Texts of the conversation that the model sees. */
const textsForModel = 10

/**
 * Puts the model's suggestion in the place of the local one, then lets it send itself where an administrator has allowed that. A model that
 * is over its budget, slow or broken changes nothing: the local suggestion stays, and a person answers.
 */
export async function suggestReply(ctx: CoreContext, { messageId }: { messageId: string }): Promise<void> {
  const [text] = await ctx.database.drizzle.select().from(messages).where(eq(messages.id, messageId))
  if (!text) return
  const answered = ctx.config.ai === null || (await improve(ctx, ctx.config.ai, text))
  if (answered) await claimAutoReply(ctx, text)
}

type Text = typeof messages.$inferSelect

/** Whether the model answered. */
async function improve(ctx: CoreContext, ai: AiConfig, text: Text): Promise<boolean> {
  const conversation = await readConversation(ctx, text)
  const { dailyRequests, dailyTokens } = await readAiSettings(ctx.database)
  const day = usageDay(ctx.clock.now())
  // About four characters are a token; the instructions are some three hundred.
  const estimate = 300 + Math.ceil(JSON.stringify(conversation).length / 4) + longestAnswerTokens
  if (!(await reserveBudget(ctx, day, { dailyRequests, dailyTokens, estimate }))) {
    await keepProblem(ctx, text.id, 'Today’s budget is used up.')
    return false
  }
  try {
    const { answer, tokens } = await askModel(ai, conversation)
    if (tokens !== null) await settleBudget(ctx, day, { estimate, used: tokens })
    const draft = safeDraft(answer.draft, await readOurTexts(ctx))
    // A draft that leads elsewhere is dropped, and with it the trust in the rest: the local words stay.
    await keepAnswer(ctx, text, {
      ...answer,
      ...(draft === null ? {} : { draft }),
      model: ai.model,
      trusted: draft !== null,
    })
    return draft !== null
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    ctx.log.warn({ message: text.id, problem: error.message }, 'the model gave no suggestion')
    await keepProblem(ctx, text.id, error.message)
    return false
  }
}

/** What our own people wrote to be sent: the links in it may stand in a draft. */
async function readOurTexts(ctx: CoreContext): Promise<string[]> {
  const { rows } = await ctx.database.pool.query<{ body: string }>({
    name: 'our-texts',
    text: `select body from sms_templates union all select reply_body from sms_keywords where reply_body is not null`,
  })
  return rows.map((row) => row.body)
}

/** The last texts up to this one, oldest first, redacted. Served by twilio_messages_thread. */
async function readConversation(ctx: CoreContext, text: Text): Promise<TextForModel[]> {
  const rows = await ctx.database.drizzle
    .select({ id: messages.id, direction: messages.direction, body: messages.body })
    .from(messages)
    .where(eq(messages.conversationId, text.conversationId))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(textsForModel * 2)
  const upTo = rows
    .slice(
      Math.max(
        0,
        rows.findIndex((row) => row.id === text.id),
      ),
    )
    .slice(0, textsForModel)
  return upTo
    .toReversed()
    .map(({ direction, body }) => ({ from: direction === 'inbound' ? 'candidate' : 'us', text: redact(body) }))
}

async function keepProblem(ctx: CoreContext, messageId: string, problem: string) {
  await ctx.database.drizzle
    .update(messageSuggestions)
    .set({ problem })
    .where(eq(messageSuggestions.messageId, messageId))
}

async function keepAnswer(
  ctx: CoreContext,
  text: Text,
  answer: { intent: string; sentiment: string; confidence: number; draft: string; model: string; trusted: boolean },
) {
  const { intent, sentiment, confidence, draft, model, trusted } = answer
  await ctx.database.transaction(async (tx) => {
    const [written] = await tx.drizzle
      .update(messageSuggestions)
      .set(
        trusted
          ? { intent, sentiment, confidence, draft, model, source: 'model', problem: null }
          : { problem: 'The model’s draft led to a place that no text of ours leads to.' },
      )
      .where(eq(messageSuggestions.messageId, text.id))
      .returning()
    if (!written || !trusted) return
    const suggestion = toSuggestion(written, text.conversationId)
    await broadcast(tx.client, ctx.clock.now(), [{ type: 'suggestion.made', data: { suggestion } }])
  })
}
