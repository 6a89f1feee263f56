import type { CoreContext } from '@/lib/context'
import { settleMessage } from '@/lib/services/messages/settle-message'
import { UpstreamError } from '@/shared/errors'

const minute = 60_000

/**
 * At these ages a text is asked about that has not ended and of which nothing was heard for half its life. Older ones stay as they are:
 * carriers that report nothing leave theirs at `sent` for good.
 */
const ages = [10, 20, 40, 80, 160, 320, 640, 1280].map((minutes) => minutes * minute)

/** Rounds come every minute; one that was missed is made up for. */
const graceMilliseconds = 3 * minute

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
    // Served by twilio_messages_newest, once for each age: some minutes of the day. The inner limit keeps each of them a question of its own:
    // joined, all texts would be read. updated_at is when we last heard, or asked.
    text: `select text.id, text.message_sid
             from unnest($1::timestamptz[], $2::timestamptz[]) as due (after, until)
             cross join lateral (
               select id, message_sid, created_at from twilio_messages
                where created_at > due.after and created_at <= due.until and message_sid is not null and direction = 'outbound'
                  and status in ('accepted', 'scheduled', 'queued', 'sending', 'sent')
                  and ($3 - updated_at) * 2 >= $3 - created_at
                order by created_at limit $4) text
            order by text.created_at limit $4`,
    values: [
      ages.map((age) => new Date(at.getTime() - age - graceMilliseconds)),
      ages.map((age) => new Date(at.getTime() - age)),
      at,
      mostTexts,
    ],
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
