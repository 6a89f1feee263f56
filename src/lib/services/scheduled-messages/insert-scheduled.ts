import { actorName, type CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import {
  findScheduled,
  scheduledEvent,
  type ScheduledRow,
} from '@/lib/services/scheduled-messages/to-scheduled-message'
import { broadcast } from '@/lib/utils/twilio-broadcast'

export type NewScheduled = Pick<
  ScheduledRow,
  | 'id'
  | 'message_id'
  | 'to_number'
  | 'from_number'
  | 'body'
  | 'media_urls'
  | 'purpose'
  | 'wanted_at'
  | 'send_at'
  | 'expires_at'
  | 'cancel_if_they_reply'
  | 'status'
  | 'rule'
  | 'reason'
>

/** Writes a text for later down, and the job that wakes it. The same id twice is the same text. */
export async function insertScheduled(ctx: CoreContext, row: NewScheduled): Promise<ScheduledRow> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const inserted = await tx.client.query({
      name: 'insert-scheduled',
      text: `insert into scheduled_messages (id, message_id, to_number, from_number, body, media_urls, purpose, wanted_at, send_at,
               expires_at, cancel_if_they_reply, status, rule, reason, created_by, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)
             on conflict (id) do nothing`,
      values: [
        row.id,
        row.message_id,
        row.to_number,
        row.from_number,
        row.body,
        JSON.stringify(row.media_urls),
        row.purpose,
        row.wanted_at,
        row.send_at,
        row.expires_at,
        row.cancel_if_they_reply,
        row.status,
        row.rule,
        row.reason,
        actorName(ctx.actor),
        at,
      ],
    })
    const written = await findScheduled(tx.client, row.id)
    if (!written) throw new Error('the text for later was not written')
    if (inserted.rowCount === 0) return written
    if (written.status !== 'expired') await wakeAt(ctx, tx, written)
    const details = { to: row.to_number, from: row.from_number, sendAt: row.send_at.toISOString() }
    await recordAudit(ctx, tx, { action: 'scheduled_message.create', subject: row.id, details })
    await broadcast(tx.client, at, [scheduledEvent(written)])
    return written
  })
}

/** The job at its time; the minute's round finds whatever a job missed. */
export async function wakeAt(
  ctx: Pick<CoreContext, 'jobs'>,
  tx: Parameters<CoreContext['jobs']['enqueue']>[0],
  row: Pick<ScheduledRow, 'id' | 'send_at'>,
): Promise<void> {
  await ctx.jobs.enqueue(tx, 'send-scheduled', {}, { key: `scheduled:${row.id}`, runAt: row.send_at, tries: 1 })
}
