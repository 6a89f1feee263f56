import { and, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { automaticReplies, smsKeywords } from '@/lib/db/schema/keywords'
import { messages } from '@/lib/db/schema/messages'
import { parametersOf } from '@/lib/services/ivr/take-flow-text'
import { startTextFlow } from '@/lib/services/ivr/start-text-flow'
import { findMessage } from '@/lib/services/messages/find-message'
import { sendOrHold } from '@/lib/services/scheduled-messages/send-or-hold'
import { renderTemplate } from '@/lib/services/templates/render-template'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { DomainError, InvalidError, NotFoundError, UpstreamError } from '@/shared/errors'
import type { AutomaticReply } from '@/shared/schemas/keyword'
import { applyKeyword } from './apply-keyword'
import { toAutomaticReply } from './to-automatic-reply'

/**
 * Does what was decided about a text: tags, assigns, sends the one reply. Twice does no harm: the reply has its id from the beginning. What
 * may not go out, or what Twilio refuses, is kept with its reason; anything else is thrown, to be tried again.
 */
export async function answerText(ctx: CoreContext, { messageId }: { messageId: string }): Promise<void> {
  const [found] = await ctx.database.drizzle
    .select()
    .from(automaticReplies)
    .innerJoin(messages, eq(messages.id, automaticReplies.messageId))
    .leftJoin(smsKeywords, eq(smsKeywords.id, automaticReplies.keywordId))
    .where(and(eq(automaticReplies.messageId, messageId), eq(automaticReplies.status, 'pending')))
  if (!found) return
  const { automatic_replies: reply, twilio_messages: text, sms_keywords: rule } = found
  if (rule) await applyKeyword(ctx, rule, { conversationId: reply.conversationId, phoneNumber: text.from })
  if (rule?.flowId) await startFlow(ctx, { flowId: rule.flowId, messageId })
  const id = reply.replyMessageId
  await settle(ctx, messageId, id === null ? { status: 'done' } : await send(ctx, { ...reply, id }, text, rule))
}

async function startFlow(ctx: CoreContext, { flowId, messageId }: { flowId: string; messageId: string }) {
  const message = await ctx.database.transaction((tx) => findMessage(tx, messageId))
  if (message) await startTextFlow(ctx, { flowId, message, parameters: parametersOf(message) })
}

async function send(
  ctx: CoreContext,
  reply: { id: string; kind: AutomaticReply['kind']; body: string | null },
  text: { from: string; to: string },
  rule: { replyTemplateId: string | null } | null,
): Promise<Pick<AutomaticReply, 'status'> & { reason?: string }> {
  const templateId = reply.body === null ? rule?.replyTemplateId : null
  try {
    // Filled here, so that a reply that is held keeps the words it was to say.
    const body = templateId ? await renderTemplate(ctx, { templateId, to: text.from }) : (reply.body ?? '')
    const sent = await sendOrHold(ctx, { id: reply.id, to: text.from, from: text.to, body, purpose: reply.kind })
    if ('heldUntil' in sent) return { status: 'held', reason: sent.reason }
    const failed = sent.status === 'failed'
    return failed ? { status: 'failed', reason: sent.errorMessage ?? 'Twilio refused the reply.' } : { status: 'sent' }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (templateId && wasNotFilled(error)) return { status: 'skipped', reason: error.message }
    const optedOut = error.code === 'opted_out' || (error instanceof UpstreamError && error.twilioCode === 21610)
    const refused = optedOut || error.code === 'not_permitted'
    return { status: refused ? 'refused' : 'failed', reason: error.message }
  }
}

/** The template lacks something for this person, or was put away: nothing was asked of Twilio. */
function wasNotFilled(error: DomainError) {
  return error instanceof InvalidError || error instanceof NotFoundError
}

async function settle(
  ctx: CoreContext,
  messageId: string,
  { status, reason = null }: { status: AutomaticReply['status']; reason?: string | null },
) {
  await ctx.database.transaction(async (tx) => {
    const [settled] = await tx.drizzle
      .update(automaticReplies)
      .set({ status, reason })
      .where(and(eq(automaticReplies.messageId, messageId), eq(automaticReplies.status, 'pending')))
      .returning()
    if (!settled) return
    await broadcast(tx.client, ctx.clock.now(), [
      { type: 'keyword.answered', data: { reply: toAutomaticReply(settled) } },
    ])
  })
}
