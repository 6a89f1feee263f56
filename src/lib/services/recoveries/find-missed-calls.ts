import type { CoreContext } from '@/lib/context'
import { isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import { CallStatusSchema } from '@/shared/schemas/call'
import { listSpan, rawWebhook, type Missed, type Span } from './missed'

const route = '/api/twilio/webhooks/call-status'

/** Calls to our numbers that Twilio has and we do not. Served by twilio_call_logs.call_sid. */
export async function findMissedCalls(ctx: Pick<CoreContext, 'database' | 'twilio'>, span: Span): Promise<Missed[]> {
  const listed = await listSpan(span, ({ from, until, limit }) =>
    ctx.twilio.listCalls({ startedAfter: from, startedBefore: until, limit }),
  )
  const inbound = listed.filter((call) => call.direction === 'inbound' && call.parentCallSid === null)
  if (inbound.length === 0) return []
  const { rows } = await ctx.database.pool.query<{ sid: string }>({
    name: 'missed-calls',
    text: `select sid from unnest($1::text[], $2::text[]) as listed (sid, to_number)
            where to_number in (select phone_number from twilio_phone_numbers)
              and not exists (select from twilio_call_logs where call_sid = sid)`,
    values: [inbound.map((call) => call.callSid), inbound.map((call) => call.to)],
  })
  const missing = new Set(rows.map((row) => row.sid))
  return inbound.flatMap((call): Missed[] => {
    if (!missing.has(call.callSid)) return []
    const about = { CallSid: call.callSid, From: call.from, To: call.to, Direction: 'inbound' }
    const begun = { ...about, CallStatus: 'ringing', Timestamp: (call.startedAt ?? call.createdAt).toUTCString() }
    const status = CallStatusSchema.safeParse(call.status).data
    const ended = status && isTerminalCallStatus(status) && call.endedAt
    const webhooks = [{ route, raw: rawWebhook(begun) }]
    if (ended) {
      const end = { ...about, CallStatus: status, CallDuration: call.durationSeconds, Timestamp: ended.toUTCString() }
      // The end first: a call that is long over must not ring on the screens.
      webhooks.unshift({ route, raw: rawWebhook(end) })
    }
    return [{ at: call.createdAt, webhooks }]
  })
}
