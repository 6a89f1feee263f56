import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { refuseUnless } from '@/lib/services/scheduled-messages/refuse-unless'
import {
  findScheduled,
  scheduledEvent,
  toScheduledMessage,
} from '@/lib/services/scheduled-messages/to-scheduled-message'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { ScheduledMessage } from '@/shared/schemas/scheduled-message'

/** Takes a text that waits out of the queue for good. ConflictError when it is on its way already. */
export async function cancelScheduledMessage(ctx: CoreContext, { id }: { id: string }): Promise<ScheduledMessage> {
  const canceled = await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const updated = await tx.client.query({
      name: 'cancel-scheduled',
      text: `update scheduled_messages set status = 'canceled', rule = null, reason = null, settled_at = $2, updated_at = $2
             where id = $1 and status in ('scheduled', 'held', 'expired')`,
      values: [id, at],
    })
    const row = updated.rowCount === 0 ? null : await findScheduled(tx.client, id)
    if (!row) return null
    await recordAudit(ctx, tx, { action: 'scheduled_message.cancel', subject: id, details: { to: row.to_number } })
    await broadcast(tx.client, at, [scheduledEvent(row)])
    return row
  })
  return canceled ? toScheduledMessage(canceled) : refuseUnless(ctx, id, 'cancel')
}
