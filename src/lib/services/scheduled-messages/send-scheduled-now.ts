import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { sendMessage } from '@/lib/services/messages/send-message'
import { claimOne } from '@/lib/services/scheduled-messages/claim-due'
import { refuseUnless } from '@/lib/services/scheduled-messages/refuse-unless'
import { settleScheduled } from '@/lib/services/scheduled-messages/settle-scheduled'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { UpstreamError } from '@/shared/errors'
import type { Message } from '@/shared/schemas/message'

/** A person sends now what was to go later, or has expired. What may not go out is thrown, and it waits on as before. */
export async function sendScheduledNow(ctx: CoreContext, { id }: { id: string }): Promise<Message> {
  const row = await claimOne(ctx, id)
  if (!row) return refuseUnless(ctx, id, 'sendNow')
  try {
    const message = await sendMessage(ctx, {
      id: row.message_id,
      to: row.to_number,
      from: row.from_number,
      body: row.body,
      mediaUrls: row.media_urls,
      offersRetry: false,
    })
    await ctx.database.transaction((tx) =>
      recordAudit(ctx, tx, { action: 'scheduled_message.send_now', subject: id, details: { to: row.to_number } }),
    )
    // Nobody knows yet whether Twilio has it: the round that takes the lapsed claim looks again.
    if (message.status === 'pending' || message.status === 'unknown') return message
    const failed = message.status === 'failed'
    await settleScheduled(ctx, row, { status: failed ? 'failed' : 'sent', reason: message.errorMessage })
    return message
  } catch (error) {
    if (error instanceof UpstreamError && error.outcome !== 'unprocessed') {
      await settleScheduled(ctx, row, { status: 'failed', rule: 'twilio', reason: error.message })
    } else {
      const { status_before: before, rule, reason } = row
      const status = before === 'sending' ? 'scheduled' : before
      const again = error instanceof UpstreamError ? { messageId: uuidV7(ctx.clock.now()) } : {}
      await settleScheduled(ctx, row, { status, rule, reason, ...again })
    }
    throw error
  }
}
