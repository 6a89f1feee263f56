import { actorName, type Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { auditLog } from '@/lib/db/schema/events'
import { uuidV7 } from '@/lib/utils/uuid-v7'

/** Writes who did what to what, in the transaction that does it. `action` is `noun.verb`, such as 'contact.save'. */
export async function recordAudit(
  ctx: Pick<Context, 'actor' | 'clock'>,
  tx: Transaction,
  entry: { action: string; subject?: string; details?: Record<string, unknown> },
) {
  const at = ctx.clock.now()
  await tx.drizzle.insert(auditLog).values({ id: uuidV7(at), at, actor: actorName(ctx.actor), ...entry })
}
