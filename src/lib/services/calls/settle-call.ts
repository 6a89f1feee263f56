import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall } from '@/lib/services/calls/find-call'
import type { TwilioCall } from '@/lib/twilio/port'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import {
  callStatusRank,
  deriveCallStatus,
  isTerminalCallStatus,
  type CallStatus,
} from '@/shared/calls/call-status-rank'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Call } from '@/shared/schemas/call'

/** How an attempt to place a call ended, as far as we know. */
export type CallOutcome =
  | ({ end: 'accepted' } & Pick<TwilioCall, 'callSid' | 'status' | 'answeredBy' | 'endedAt' | 'durationSeconds'>)
  | { end: 'rejected'; errorCode: number | null }
  | { end: 'unknown' }

/** Writes an attempt's end in one transaction with its live event. A callback that came first has settled it; then nothing is lost. */
export async function settleCall(ctx: CoreContext, id: string, outcome: CallOutcome): Promise<Call> {
  return ctx.database.transaction(async (tx) => {
    const { call, event } = await settleCallIn(ctx, tx, id, outcome)
    if (event) await broadcast(tx.client, ctx.clock.now(), [event])
    return call
  })
}

/** The same inside a transaction of the caller, who broadcasts the event at its end; null when nothing changed. */
export async function settleCallIn(
  ctx: CoreContext,
  tx: Transaction,
  id: string,
  outcome: CallOutcome,
): Promise<{ call: Call; event: NewLiveEvent | null }> {
  const changed = await update(ctx, tx, id, outcome)
  if (changed) {
    const call = toCall(changed)
    return { call, event: callEvent(call) }
  }
  const call = await findCall(tx.client, { id })
  if (!call) throw new Error(`attempt ${id} is not in the ledger`)
  return { call, event: null }
}

async function update(ctx: CoreContext, tx: Transaction, id: string, outcome: CallOutcome) {
  const at = ctx.clock.now()
  if (outcome.end === 'accepted') {
    const early = await takeOverEarlyRow(tx, id, outcome.callSid)
    const status = deriveCallStatus([isStatus(outcome.status) ? outcome.status : 'queued', early?.status ?? 'queued'])
    const result = await tx.client.query<CallRow>({
      name: 'call-accepted',
      text: `with call as (
               update twilio_call_logs
               set call_sid = $2, unknown_since = null, updated_at = $5,
                   status = case when $4 > status_rank then $3 else status end, status_rank = greatest(status_rank, $4),
                   answered_at = coalesce(answered_at, $6), ended_at = coalesce(ended_at, $7),
                   duration_seconds = coalesce(duration_seconds, $8), answered_by = coalesce(answered_by, $9)
               where id = $1 and (call_sid is null or (call_sid = $2 and status_rank < $4))
               returning *)
             select ${callColumns} from call ${callContactJoin}`,
      values: [
        id,
        outcome.callSid,
        status,
        callStatusRank[status],
        at,
        early?.answered_at ?? answeredAt(outcome),
        early?.ended_at ?? outcome.endedAt ?? (isTerminalCallStatus(status) ? at : null),
        early?.duration_seconds ?? (outcome.endedAt ? outcome.durationSeconds : null),
        early?.answered_by ?? outcome.answeredBy,
      ],
    })
    return result.rows[0]
  }
  const result = await tx.client.query<CallRow>({
    name: outcome.end === 'rejected' ? 'call-rejected' : 'call-unknown',
    text: `with call as (
             update twilio_call_logs
             set ${
               outcome.end === 'rejected'
                 ? `status = 'failed', status_rank = $2, error_code = $3, ended_at = $4, updated_at = $4`
                 : `unknown_since = $2, updated_at = $2`
             }
             where id = $1 and call_sid is null and ended_at is null
             returning *)
           select ${callColumns} from call ${callContactJoin}`,
    values: outcome.end === 'rejected' ? [id, callStatusRank.failed, outcome.errorCode, at] : [id, at],
  })
  return result.rows[0]
}

/**
 * A webhook without our attempt's id (an address of the caller's own) may have made a row for the call before Twilio's answer came. The
 * attempt's event brings the same SID: by it screens let go of the row that goes (hooks/cache/apply-call.ts).
 */
async function takeOverEarlyRow(tx: Transaction, id: string, callSid: string) {
  const result = await tx.client.query<{
    status: CallStatus
    answered_at: Date | null
    ended_at: Date | null
    duration_seconds: number | null
    answered_by: string | null
  }>({
    name: 'take-over-early-call',
    text: `delete from twilio_call_logs where call_sid = $2 and id <> $1
           returning status, answered_at, ended_at, duration_seconds, answered_by`,
    values: [id, callSid],
  })
  return result.rows[0]
}

/** A call that is over when we learn of it was answered its duration before its end; one nobody answered lasted no time. */
function answeredAt({ endedAt, durationSeconds }: Pick<TwilioCall, 'endedAt' | 'durationSeconds'>) {
  return endedAt && durationSeconds ? new Date(endedAt.getTime() - durationSeconds * 1000) : null
}

function isStatus(status: string): status is CallStatus {
  return status in callStatusRank
}
