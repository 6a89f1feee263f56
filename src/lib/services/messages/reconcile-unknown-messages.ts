import type { CoreContext } from '@/lib/context'
import type { KeptMedia } from '@/lib/services/media/to-media'
import { settleMessage } from '@/lib/services/messages/settle-message'
import { matchAttempts } from '@/lib/services/operations/match-attempts'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { giveUpMilliseconds, sendLeaseMilliseconds } from '@/lib/services/operations/send-lease'
import { UpstreamError } from '@/shared/errors'

/** What Twilio puts before every text of a trial account. */
const trialPrefix = 'Sent from your Twilio trial account - '

type Row = {
  id: string
  to_number: string
  from_number: string
  body: string
  media: KeptMedia[] | null
  status: string
  created_at: Date
}

/**
 * Settles texts of which we do not know whether Twilio took them, from Twilio's own list; sends nothing. A text that is pending beyond its
 * lease (its process died) becomes unknown first. One that Twilio's list still does not have after fifteen minutes never reached it.
 */
export async function reconcileUnknownMessages(ctx: CoreContext): Promise<void> {
  const lapsed = new Date(ctx.clock.now().getTime() - sendLeaseMilliseconds)
  const result = await ctx.database.pool.query<Row>({
    name: 'unsettled-messages',
    // Served by twilio_messages_unsettled.
    text: `select id, to_number, from_number, body, media, status, created_at from twilio_messages
           where unsettled and (status = 'unknown' or created_at <= $1)
           order by created_at limit 500`,
    values: [lapsed],
  })
  for (const row of result.rows) {
    if (row.status === 'pending') await settleMessage(ctx, row.id, { end: 'unknown' })
  }
  const byRecipient = Map.groupBy(result.rows, (row) => `${row.to_number} ${row.from_number}`)
  for (const rows of byRecipient.values()) {
    try {
      await reconcileRecipient(ctx, rows)
    } catch (error) {
      // Twilio cannot be asked at the moment: everything stays as it is until the next round.
      if (!(error instanceof UpstreamError)) throw error
      ctx.log.warn({ err: error }, 'texts could not be reconciled')
    }
  }
}

async function reconcileRecipient(ctx: CoreContext, rows: Row[]) {
  const [first] = rows
  if (!first) return
  // A Messaging Service may not have chosen its sender yet, so its texts are found by the recipient alone.
  const from = ctx.config.twilio.messagingServiceSid ? undefined : first.from_number
  const listed = await ctx.twilio.listMessages({ to: first.to_number, from, limit: 200 })
  const known = await ctx.database.pool.query<{ message_sid: string }>(
    'select message_sid from twilio_messages where message_sid = any($1)',
    [listed.map((message) => message.messageSid)],
  )
  const taken = new Set(known.rows.map((row) => row.message_sid))
  const free = listed
    .filter((message) => message.direction.startsWith('outbound') && !taken.has(message.messageSid))
    .map((message) => ({ ...message, sid: message.messageSid }))
  const attempts = rows.map((row) => ({ ...row, createdAt: row.created_at }))
  const matches = matchAttempts(attempts, free, {
    leaseMilliseconds: sendLeaseMilliseconds,
    same: (attempt, message) => message.body === attempt.body || message.body === trialPrefix + attempt.body,
  })
  for (const attempt of attempts) {
    const message = matches.get(attempt.id)
    if (message) await settleMessage(ctx, attempt.id, { end: 'accepted', ...message })
    else if (ctx.clock.now().getTime() - attempt.created_at.getTime() >= giveUpMilliseconds) await giveUp(ctx, attempt)
  }
}

async function giveUp(ctx: CoreContext, row: Row) {
  const settled = await settleMessage(ctx, row.id, { end: 'rejected', errorCode: null })
  if (settled.status !== 'failed' || settled.messageSid !== null) return
  if (await isSentAgain(ctx, row.id)) return
  await recordFailedOperation(ctx, {
    kind: 'message.send',
    subject: row.id,
    reason: 'This text never reached Twilio.',
    payload: {
      to: row.to_number,
      from: row.from_number,
      body: row.body,
      mediaUrls: (row.media ?? []).map((media) => media.url),
    },
  })
}

/** A text for later is tried again by the round that sends it. By the unique index on message_id. */
async function isSentAgain(ctx: CoreContext, messageId: string) {
  const result = await ctx.database.pool.query({
    name: 'sent-by-schedule',
    text: `select from scheduled_messages where message_id = $1 and status = 'sending'`,
    values: [messageId],
  })
  return result.rowCount !== 0
}
