import { and, eq, isNull } from 'drizzle-orm'
import { actorName, type CoreContext } from '@/lib/context'
import { recoveries } from '@/lib/db/schema/recoveries'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'
import type { Recovery } from '@/shared/schemas/recovery'
import { toRecovery } from './to-recovery'

/** Somebody has seen what was recovered; it is no longer shown. NotFoundError when there is none that is open. */
export async function dismissRecovery(ctx: CoreContext, { id }: { id: string }): Promise<Recovery> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const [row] = await tx.drizzle
      .update(recoveries)
      .set({ dismissedAt: at, dismissedBy: actorName(ctx.actor) })
      .where(and(eq(recoveries.id, id), isNull(recoveries.dismissedAt)))
      .returning()
    if (!row) throw new NotFoundError('There is no such recovery, or somebody has dismissed it.')
    await recordAudit(ctx, tx, { action: 'recovery.dismiss', subject: id })
    await broadcast(tx.client, at, [{ type: 'recovery.dismissed', data: { recoveryId: id } }])
    return toRecovery(row)
  })
}
