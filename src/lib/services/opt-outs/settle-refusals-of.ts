import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

/**
 * Settles what is open for numbers whose entry in the ledger has been made meanwhile, by STOP, START or a person: opted out confirms,
 * opted in dismisses. Gives the live events. Served by opt_out_suggestions_open.
 */
export async function settleRefusalsOf(
  ctx: CoreContext,
  tx: Transaction,
  entries: readonly { phoneNumber: string; kind: 'opted_out' | 'opted_in' }[],
): Promise<NewLiveEvent[]> {
  const last = new Map(entries.map((entry) => [entry.phoneNumber, entry.kind]))
  const settled = await tx.client.query<{
    id: string
    phone_number: string
    conversation_id: string
    status: 'confirmed' | 'dismissed'
  }>({
    name: 'settle-refusals',
    text: `update opt_out_suggestions suggestion
           set status = case when entry.kind = 'opted_out' then 'confirmed' else 'dismissed' end, settled_at = $3, settled_by = $4
           from unnest($1::text[], $2::text[]) as entry (phone_number, kind)
           where suggestion.phone_number = entry.phone_number and suggestion.status = 'open'
           returning suggestion.id, suggestion.phone_number, suggestion.conversation_id, suggestion.status`,
    values: [[...last.keys()], [...last.values()], ctx.clock.now(), actorName(ctx.actor)],
  })
  return settled.rows.map((row) => ({
    type: 'opt_out.suggestion_settled',
    data: {
      suggestionId: row.id,
      phoneNumber: row.phone_number,
      conversationId: row.conversation_id,
      outcome: row.status,
    },
  }))
}
