import type { CoreContext } from '@/lib/context'
import { answerSettings } from '@/lib/services/calls/answer-settings'
import { sendOrHold } from '@/lib/services/scheduled-messages/send-or-hold'
import { templateScope } from '@/lib/services/templates/template-scope'
import { DomainError, UpstreamError } from '@/shared/errors'
import { fillReadably } from '@/lib/services/templates/fill-readably'
import { hasHadText } from './has-had-text'
import { isMissedCall } from './is-missed-call'

const mostAtOnce = 100
/** Who called longer ago than this is not told that we are sorry any more. */
const freshMilliseconds = 2 * 3_600_000

type Row = {
  call_id: string
  our_number: string
  their_number: string
  message_id: string
  ended_at: Date
  answer: unknown
}
type End = { status: 'sent' | 'held' | 'skipped' | 'refused' | 'failed'; reason: string | null }

/**
 * Texts callers who reached nobody a minute ago. Twice does no harm: the text has its id from the beginning. One who has called or written
 * again since gets none for this call. By missed_call_texts_due.
 */
export async function textMissedCallers(ctx: CoreContext): Promise<void> {
  const { rows } = await ctx.database.pool.query<Row>({
    name: 'due-missed-call-texts',
    text: `select due.call_id, due.our_number, due.their_number, due.message_id, coalesce(call.ended_at, due.created_at) as ended_at,
                  number.answer
             from missed_call_texts due join twilio_call_logs call on call.id = due.call_id
             left join twilio_phone_numbers number on number.phone_number = due.our_number
            where due.status = 'pending' and due.due_at <= $1 order by due.due_at limit $2`,
    values: [ctx.clock.now(), mostAtOnce],
  })
  for (const row of rows) {
    try {
      await settle(ctx, row, await textBack(ctx, row))
    } catch (error) {
      ctx.log.error({ err: error, call: row.call_id }, 'a caller could not be texted back')
    }
  }
}

/** Null: the call was not missed, or they have had their text. */
async function textBack(ctx: CoreContext, row: Row): Promise<End | null> {
  if (!(await isMissedCall(ctx, row.call_id)) || (await hasHadText(ctx, row))) return null
  const { textBack: template } = answerSettings(ctx.config, row.answer)
  if (ctx.clock.now().getTime() - row.ended_at.getTime() > freshMilliseconds)
    return { status: 'skipped', reason: 'It would have come too late.' }
  if (template === null) return { status: 'skipped', reason: 'This number does not text missed callers any more.' }
  try {
    const { text, missing } = fillReadably(template, await templateScope(ctx, { to: row.their_number }))
    if (missing.length > 0) return { status: 'skipped', reason: `The text lacks ${missing.join(', ')}.` }
    const sent = await sendOrHold(ctx, {
      id: row.message_id,
      to: row.their_number,
      from: row.our_number,
      body: text,
      purpose: 'missed_call',
      unlessHeardSince: row.ended_at,
    })
    if ('heldUntil' in sent) return { status: 'held', reason: sent.reason }
    return sent.status === 'failed' ? { status: 'failed', reason: sent.errorMessage } : { status: 'sent', reason: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const optedOut = error.code === 'opted_out' || (error instanceof UpstreamError && error.twilioCode === 21610)
    return { status: optedOut || error.code === 'not_permitted' ? 'refused' : 'failed', reason: error.message }
  }
}

async function settle(ctx: CoreContext, { call_id: callId }: Row, end: End | null) {
  await ctx.database.pool.query(
    end
      ? {
          name: 'settle-missed-call-text',
          text: `update missed_call_texts set status = $2, reason = $3 where call_id = $1 and status = 'pending'`,
          values: [callId, end.status, end.reason],
        }
      : {
          name: 'forget-missed-call-text',
          text: `delete from missed_call_texts where call_id = $1 and status = 'pending'`,
          values: [callId],
        },
  )
}
