import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { automaticReplies } from '@/lib/db/schema/keywords'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { cutLoop } from '@/shared/keywords/cut-loop'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Message } from '@/shared/schemas/message'
import { readPastReplies } from './read-past-replies'
import { readRules } from './read-rules'
import { ruleFor } from './rule-for'
import { toAutomaticReply } from './to-automatic-reply'

/**
 * Decides which of these texts a rule answers: one row per text, one job for what is to be done. Twilio's own words, refusals and texts
 * without a rule are left alone; a loop between two machines is cut here, where texts come one after the other.
 */
export async function answerKeywords(
  ctx: CoreContext,
  tx: Transaction,
  texts: readonly Message[],
): Promise<NewLiveEvent[]> {
  if (texts.length === 0) return []
  const rules = await readRules(tx)
  const matched = texts.flatMap((text) => {
    const rule = ruleFor(rules, text)
    return rule ? [{ text, rule }] : []
  })
  if (matched.length === 0) return []
  const now = ctx.clock.now()
  const past = await readPastReplies(tx, [...new Set(matched.map(({ text }) => text.conversationId))], now)
  const answeredElsewhere = await readTextsOfFlows(
    tx,
    matched.map(({ text }) => text),
  )
  const free = matched.filter(({ text }) => !answeredElsewhere.has(text.id))
  const rows = free.map(({ text, rule }) => {
    const earlier = past.get(text.conversationId) ?? []
    const says = rule.replyBody !== null || rule.replyTemplateId !== null || rule.flowId !== null
    const cut = !says ? null : cutLoop({ ...text, at: new Date(text.createdAt) }, earlier, now)
    const replies = (rule.replyBody !== null || rule.replyTemplateId !== null) && cut === null
    if (replies) past.set(text.conversationId, [...earlier, { at: now, text: text.body, reply: rule.replyBody }])
    return {
      messageId: text.id,
      conversationId: text.conversationId,
      kind: 'keyword' as const,
      keywordId: rule.id,
      replyMessageId: replies ? uuidV7(now) : null,
      body: rule.replyBody,
      status: cut === null ? ('pending' as const) : ('skipped' as const),
      reason: cut,
      createdAt: now,
    }
  })
  if (rows.length === 0) return []
  const written = await tx.drizzle.insert(automaticReplies).values(rows).onConflictDoNothing().returning()
  const jobs = written
    .filter((row) => row.status === 'pending')
    .map((row) => ({ payload: { messageId: row.messageId } }))
  await ctx.jobs.enqueueAll(tx, 'answer-text', jobs)
  return written
    .filter((row) => row.status === 'skipped')
    .map((row) => ({ type: 'keyword.answered', data: { reply: toAutomaticReply(row) } }))
}

/** Texts that a flow which is under way waits for: they are its answers. By ivr_executions_waiting. */
async function readTextsOfFlows(tx: Transaction, texts: readonly Message[]): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'texts-of-flows',
    text: `select text.id from unnest($1::uuid[], $2::text[], $3::text[]) as text (id, their_number, our_number)
           where exists (select from ivr_executions run where run.their_number = text.their_number
             and run.our_number = text.our_number and run.status = 'active' and run.channel = 'message')`,
    values: [texts.map((text) => text.id), texts.map((text) => text.from), texts.map((text) => text.to)],
  })
  return new Set(rows.map((row) => row.id))
}
