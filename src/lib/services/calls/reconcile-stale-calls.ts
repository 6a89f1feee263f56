import type { CoreContext } from '@/lib/context'
import { settleCall } from '@/lib/services/calls/settle-call'
import { UpstreamError } from '@/shared/errors'

/** An open call without news for this long is asked about; an old one after a tenth of its age, so that long calls cost little. */
const quietMilliseconds = 3 * 60_000
const shareOfAge = 10

/** How many are asked about in one round. */
const mostCalls = 50

/**
 * Asks Twilio about calls that are open here and of which nothing was heard for minutes, the longest quiet first: their last callbacks may
 * have been lost. What it says counts as a callback does: a status only ever moves up.
 */
export async function reconcileStaleCalls(ctx: CoreContext): Promise<void> {
  const at = ctx.clock.now()
  const result = await ctx.database.pool.query<{ id: string; call_sid: string }>({
    name: 'stale-calls',
    // Served by twilio_call_logs_active. updated_at is when we last heard, or asked.
    text: `select id, call_sid from twilio_call_logs
           where ended_at is null and call_sid is not null
             and updated_at <= $1 and ($2 - updated_at) * $3 >= $2 - started_at
           order by updated_at limit $4`,
    values: [new Date(at.getTime() - quietMilliseconds), at, shareOfAge, mostCalls],
  })
  for (const row of result.rows) {
    try {
      await settleCall(ctx, row.id, { end: 'accepted', ...(await ctx.twilio.fetchCall(row.call_sid)) })
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error
      ctx.log.warn({ err: error, callSid: row.call_sid }, 'a call could not be looked up')
      // Twilio cannot be asked at the moment: the others wait for the next round.
      if (error.outcome !== 'refused') return
    }
    await ctx.database.pool.query('update twilio_call_logs set updated_at = $2 where id = $1 and updated_at < $2', [
      row.id,
      at,
    ])
  }
}
