import type { CoreContext } from '@/lib/context'
import { wakeAt } from '@/lib/services/scheduled-messages/insert-scheduled'
import {
  findScheduled,
  scheduledEvent,
  type ScheduledRow,
} from '@/lib/services/scheduled-messages/to-scheduled-message'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { ScheduledStatus } from '@/shared/schemas/scheduled-message'

export type ScheduledEnd = {
  status: Exclude<ScheduledStatus, 'sending'>
  rule?: string | null
  reason?: string | null
  /** For what waits on: when it is tried next, and the id of its next attempt when the last one surely never reached Twilio. */
  sendAt?: Date
  messageId?: string
}

/** Ends a claim. Nothing happens when somebody else has taken the text over meanwhile. */
export async function settleScheduled(ctx: CoreContext, claimed: ScheduledRow, end: ScheduledEnd): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const waits = end.status === 'scheduled' || end.status === 'held' || end.status === 'expired'
    const updated = await tx.client.query({
      name: 'settle-scheduled',
      text: `update scheduled_messages
             set status = $3, rule = $4, reason = $5, send_at = coalesce($6, send_at), message_id = coalesce($7, message_id),
                 claimed_until = null, settled_at = $8, updated_at = $9
             where id = $1 and status = 'sending' and claimed_until = $2`,
      values: [
        claimed.id,
        claimed.claimed_until,
        end.status,
        end.rule ?? null,
        end.reason ?? null,
        end.sendAt ?? null,
        end.messageId ?? null,
        waits ? null : at,
        at,
      ],
    })
    if (updated.rowCount === 0) return
    const row = await findScheduled(tx.client, claimed.id)
    if (!row) return
    if (end.status === 'scheduled' || end.status === 'held') await wakeAt(ctx, tx, row)
    await broadcast(tx.client, at, [scheduledEvent(row)])
  })
}
