import type { CoreContext } from '@/lib/context'
import { settleMessage } from '@/lib/services/messages/settle-message'
import { UpstreamError } from '@/shared/errors'

/** A text that has not ended and of which nothing was heard for this long is asked about; then again whenever its age has doubled. */
const quietMilliseconds = 10 * 60_000

/** Older texts stay as they are: carriers that report nothing leave theirs at `sent` for good. */
const oldestMilliseconds = 24 * 60 * 60_000

/** How many are asked about in one round. */
const mostTexts = 100

/**
 * Asks Twilio about texts it took that have not ended and of which nothing was heard for minutes: their last callbacks may have been lost.
 * What it says counts as a callback does: a status only ever moves up.
 */
export async function reconcileStaleMessages(ctx: CoreContext): Promise<void> {
  const at = ctx.clock.now()
  const result = await ctx.database.pool.query<{ id: string; message_sid: string }>({
    name: 'stale-messages',
    // Served by twilio_messages_unfinished. updated_at is when we last heard, or asked.
    text: `select id, message_sid from twilio_messages
           where message_sid is not null and direction = 'outbound'
             and status in ('accepted', 'scheduled', 'queued', 'sending', 'sent')
             and created_at > $1 and updated_at <= $2 and ($3 - updated_at) * 2 >= $3 - created_at
           order by created_at limit $4`,
    values: [new Date(at.getTime() - oldestMilliseconds), new Date(at.getTime() - quietMilliseconds), at, mostTexts],
  })
  for (const row of result.rows) {
    try {
      await settleMessage(ctx, row.id, { end: 'accepted', ...(await ctx.twilio.fetchMessage(row.message_sid)) })
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error
      ctx.log.warn({ err: error, messageSid: row.message_sid }, 'a text could not be looked up')
      // Twilio cannot be asked at the moment: the others wait for the next round.
      if (error.outcome !== 'refused') return
    }
    await ctx.database.pool.query('update twilio_messages set updated_at = $2 where id = $1 and updated_at < $2', [
      row.id,
      at,
    ])
  }
}
