import { and, eq } from 'drizzle-orm'
import { actorName, type CoreContext } from '@/lib/context'
import { optOutSuggestions } from '@/lib/db/schema/keywords'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { appendOptOut } from '@/lib/services/opt-outs/append-opt-out'
import { toOptOutSuggestion } from '@/lib/services/opt-outs/to-opt-out-suggestion'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError, NotFoundError } from '@/shared/errors'
import type { OptOutSuggestion } from '@/shared/schemas/opt-out-suggestion'

/**
 * A person's decision about a text that may be a refusal. Confirmed, its words go into the ledger first, under the suggestion's own id: a
 * crash in between leaves it open, and confirming again adds nothing. ConflictError when it is decided already.
 */
export async function settleOptOutSuggestion(
  ctx: CoreContext,
  { id, outcome }: { id: string; outcome: 'confirmed' | 'dismissed' },
): Promise<OptOutSuggestion> {
  const [open] = await ctx.database.drizzle.select().from(optOutSuggestions).where(eq(optOutSuggestions.id, id))
  if (!open) throw new NotFoundError('There is no such suggestion.')
  if (open.status !== 'open') throw new ConflictError('This is decided already.')
  if (outcome === 'confirmed') {
    const { phoneNumber, ourNumber, words } = open
    await appendOptOut(ctx, { id, phoneNumber, kind: 'opted_out', source: 'manual', words, ourNumber })
  }
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const [settled] = await tx.drizzle
      .update(optOutSuggestions)
      .set({ status: outcome, settledAt: at, settledBy: actorName(ctx.actor) })
      .where(and(eq(optOutSuggestions.id, id), eq(optOutSuggestions.status, 'open')))
      .returning()
    // The ledger's own event may have settled it in between (settleRefusalsOf).
    if (!settled) return presentSuggestion(ctx, id)
    const { phoneNumber, conversationId } = settled
    await recordAudit(ctx, tx, {
      action: outcome === 'confirmed' ? 'opt_out.confirm' : 'opt_out.dismiss',
      subject: phoneNumber,
      details: { suggestionId: id },
    })
    await broadcast(tx.client, at, [
      { type: 'opt_out.suggestion_settled', data: { suggestionId: id, phoneNumber, conversationId, outcome } },
    ])
    return toOptOutSuggestion(settled)
  })
}

async function presentSuggestion(ctx: CoreContext, id: string) {
  const [row] = await ctx.database.drizzle.select().from(optOutSuggestions).where(eq(optOutSuggestions.id, id))
  if (!row) throw new NotFoundError('There is no such suggestion.')
  return toOptOutSuggestion(row)
}
