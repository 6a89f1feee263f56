import type { CoreContext } from '@/lib/context'
import { settleCall } from '@/lib/services/calls/settle-call'
import { matchAttempts } from '@/lib/services/operations/match-attempts'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { giveUpMilliseconds, sendLeaseMilliseconds } from '@/lib/services/operations/send-lease'
import { UpstreamError } from '@/shared/errors'

type Row = {
  id: string
  to_number: string
  from_number: string
  unknown_since: Date | null
  request: object | null
  created_at: Date
}

/** Settles calls of which we do not know whether Twilio placed them, as `reconcileUnknownMessages` does for texts; calls nobody. */
export async function reconcileUnknownCalls(ctx: CoreContext): Promise<void> {
  const lapsed = new Date(ctx.clock.now().getTime() - sendLeaseMilliseconds)
  const result = await ctx.database.pool.query<Row>({
    name: 'unsettled-calls',
    // Served by twilio_call_logs_unsettled.
    text: `select id, to_number, from_number, unknown_since, request, created_at from twilio_call_logs
           where call_sid is null and ended_at is null and (unknown_since is not null or created_at <= $1)
           order by created_at limit 500`,
    values: [lapsed],
  })
  for (const row of result.rows) {
    if (row.unknown_since === null) await settleCall(ctx, row.id, { end: 'unknown' })
  }
  const byRecipient = Map.groupBy(result.rows, (row) => `${row.to_number} ${row.from_number}`)
  for (const rows of byRecipient.values()) {
    try {
      await reconcileRecipient(ctx, rows)
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error
      ctx.log.warn({ err: error }, 'calls could not be reconciled')
    }
  }
}

async function reconcileRecipient(ctx: CoreContext, rows: Row[]) {
  const [first] = rows
  if (!first) return
  const listed = await ctx.twilio.listCalls({ to: first.to_number, from: first.from_number, limit: 200 })
  const known = await ctx.database.pool.query<{ call_sid: string }>(
    `select call_sid from twilio_call_logs where call_sid = any($1)
     and id not in (select unnest($2::uuid[]))`,
    [listed.map((call) => call.callSid), rows.map((row) => row.id)],
  )
  const taken = new Set(known.rows.map((row) => row.call_sid))
  const free = listed
    .filter((call) => call.direction === 'outbound-api' && !taken.has(call.callSid))
    .map((call) => ({ ...call, sid: call.callSid }))
  const attempts = rows.map((row) => ({ ...row, createdAt: row.created_at }))
  const matches = matchAttempts(attempts, free, { leaseMilliseconds: sendLeaseMilliseconds, same: () => true })
  for (const attempt of attempts) {
    const call = matches.get(attempt.id)
    if (call) await settleCall(ctx, attempt.id, { end: 'accepted', ...call })
    else if (ctx.clock.now().getTime() - attempt.created_at.getTime() >= giveUpMilliseconds) await giveUp(ctx, attempt)
  }
}

async function giveUp(ctx: CoreContext, row: Row) {
  const settled = await settleCall(ctx, row.id, { end: 'rejected', errorCode: null })
  if (settled.status !== 'failed' || settled.callSid !== null) return
  await recordFailedOperation(ctx, {
    kind: 'call.place',
    subject: row.id,
    reason: 'This call never reached Twilio.',
    payload: { to: row.to_number, from: row.from_number, ...row.request },
  })
}
