import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { ivrFlows } from '@/lib/db/schema/flows'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { announceFlow } from '@/lib/services/ivr/announce-flow'
import { NotFoundError } from '@/shared/errors'

type Row = typeof ivrFlows.$inferSelect

/** Locks a flow, writes what `decide` says, and tells the audit log and the screens. NotFoundError when there is no such flow. */
export async function changeFlow(
  ctx: CoreContext,
  input: { id: string; action: string; details?: Record<string, unknown> },
  decide: (tx: Transaction, row: Row) => Promise<Partial<Row>> | Partial<Row>,
): Promise<Row> {
  return ctx.database.transaction(async (tx) => {
    const [present] = await tx.drizzle
      .select()
      .from(ivrFlows)
      .where(and(eq(ivrFlows.id, input.id), isNull(ivrFlows.archivedAt)))
      .for('update')
    if (!present) throw new NotFoundError('There is no such flow.')
    const changes = await decide(tx, present)
    const [written] = await tx.drizzle.update(ivrFlows).set(changes).where(eq(ivrFlows.id, input.id)).returning()
    if (!written) throw new NotFoundError('There is no such flow.')
    await recordAudit(ctx, tx, {
      action: input.action,
      subject: input.id,
      ...(input.details && { details: input.details }),
    })
    await announceFlow(ctx, tx, written)
    return written
  })
}
