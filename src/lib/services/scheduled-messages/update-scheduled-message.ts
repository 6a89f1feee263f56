import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { expiresAt } from '@/lib/services/permission/expires-at'
import { getRules } from '@/lib/services/permission/get-rules'
import { wakeAt } from '@/lib/services/scheduled-messages/insert-scheduled'
import { refuseUnless } from '@/lib/services/scheduled-messages/refuse-unless'
import { sendTime } from '@/lib/services/scheduled-messages/send-time'
import {
  findScheduled,
  scheduledEvent,
  toScheduledMessage,
} from '@/lib/services/scheduled-messages/to-scheduled-message'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { scheduledMessageCan } from '@/shared/can'
import { InvalidError, NotFoundError } from '@/shared/errors'
import type { ScheduledMessage, UpdateScheduledMessageInput } from '@/shared/schemas/scheduled-message'

/** Changes the words or the time of a text that waits. One that has expired waits again when it gets a new time. */
export async function updateScheduledMessage(
  ctx: CoreContext,
  { id, ...input }: UpdateScheduledMessageInput & { id: string },
): Promise<ScheduledMessage> {
  const { rules } = await getRules(ctx)
  const present = await findScheduled(ctx.database.pool, id)
  if (!present) throw new NotFoundError('There is no such text for later.')
  if (!scheduledMessageCan.change(present.status).possible) return refuseUnless(ctx, id, 'change')
  const now = ctx.clock.now()
  const sendAt = input.sendAt === undefined ? null : sendTime(input.sendAt, now)
  if (!sendAt && present.status === 'expired') throw new InvalidError('sendAt: Choose a new time.')
  const body = input.body ?? present.body
  if (body.trim() === '' && present.media_urls.length === 0) throw new InvalidError('body: Write a text.')
  const wanted = sendAt ?? present.wanted_at
  const stale = expiresAt(wanted, body, toScheduledMessage(present).timeZone, rules)
  const changed = await ctx.database.transaction(async (tx) => {
    const updated = await tx.client.query({
      name: 'update-scheduled',
      text: `update scheduled_messages
             set body = $2, send_at = coalesce($3, send_at), wanted_at = $4, expires_at = $5, cancel_if_they_reply = $6, updated_at = $7,
                 status = case when $3::timestamptz is null then status else 'scheduled' end,
                 purpose = case when $3::timestamptz is null then purpose else 'scheduled' end,
                 rule = case when $3::timestamptz is null then rule end, reason = case when $3::timestamptz is null then reason end
             where id = $1 and status in ('scheduled', 'held', 'expired')`,
      values: [id, body, sendAt, wanted, stale, input.cancelIfTheyReply ?? present.cancel_if_they_reply, now],
    })
    const row = updated.rowCount === 0 ? null : await findScheduled(tx.client, id)
    if (!row) return null
    await wakeAt(ctx, tx, row)
    const details = { fields: Object.keys(input), sendAt: row.send_at.toISOString() }
    await recordAudit(ctx, tx, { action: 'scheduled_message.update', subject: id, details })
    await broadcast(tx.client, now, [scheduledEvent(row)])
    return row
  })
  return changed ? toScheduledMessage(changed) : refuseUnless(ctx, id, 'change')
}
