import { eq, sql } from 'drizzle-orm'
import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { optOuts } from '@/lib/db/schema/opt-outs'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toOptOut } from '@/lib/services/opt-outs/to-opt-out'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { OptOut } from '@/shared/schemas/opt-out'

export type NewOptOut = {
  id?: string
  phoneNumber: string
  kind: OptOut['kind']
  source: OptOut['source']
  words?: string
  ourNumber?: string
}

/** Appends to the ledger of who may be texted; nothing in it is ever changed. A row that is there already (same id) is returned as it is. */
export async function appendOptOut(ctx: CoreContext, entry: NewOptOut): Promise<OptOut> {
  return ctx.database.transaction((tx) => append(ctx, tx, entry))
}

async function append(ctx: CoreContext, tx: Transaction, { id, ...entry }: NewOptOut): Promise<OptOut> {
  const at = ctx.clock.now()
  // The newest row decides, so this one must be the newest even within the same millisecond. Served by twilio_opt_outs_newest.
  const recordedAt = sql`greatest(${at.toISOString()}::timestamptz, (select max(recorded_at) + interval '1 ms'
    from twilio_opt_outs where phone_number = ${entry.phoneNumber}))`
  const row = { id: id ?? uuidV7(at), ...entry, recordedBy: actorName(ctx.actor), recordedAt }
  const [written] = await tx.drizzle.insert(optOuts).values(row).onConflictDoNothing({ target: optOuts.id }).returning()
  if (!written) return presentOptOut(tx, row.id)
  await recordAudit(ctx, tx, {
    action: 'opt_out.record',
    subject: entry.phoneNumber,
    details: { kind: entry.kind, source: entry.source },
  })
  await broadcast(tx.client, at, [
    { type: 'opt_out.recorded', data: { phoneNumber: entry.phoneNumber, kind: entry.kind } },
  ])
  return toOptOut(written)
}

async function presentOptOut(tx: Transaction, id: string) {
  const [present] = await tx.drizzle.select().from(optOuts).where(eq(optOuts.id, id))
  if (!present) throw new Error(`opt-out ${id} is not in the ledger`)
  return toOptOut(present)
}
