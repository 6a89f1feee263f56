import type { CoreContext } from '@/lib/context'
import { callEvent } from '@/lib/services/calls/call-event'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { findCall } from '@/lib/services/calls/find-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { CallReport } from './call-report'

/** `transferred`: the call was handed over to this leg, so it is no longer theirs who had it before. */
export type Taken = {
  leg: Pick<CallReport, 'callSid' | 'parentCallSid'>
  personId: string
  transferred: boolean
}

/**
 * Somebody of ours has taken the call they were rung for: their leg and the call it belongs to say who. Of several who were rung the first one stays. Told twice,
 * it is written once. By the unique index on call_sid.
 */
export async function recordHandler(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { leg, personId, transferred }: Taken,
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'record-handler',
      text: `with leg as (
               update twilio_call_logs set handled_by = $3 where call_sid = $1 and handled_by is null returning id),
             whole as (
               update twilio_call_logs set handled_by = $3
                where call_sid = $2 and (handled_by is null or ($4 and exists (select from leg))) returning id)
             select id from leg union all select id from whole`,
      values: [leg.callSid, leg.parentCallSid, personId, transferred],
    })
    if (rows.length === 0) return
    await recordAudit({ ...ctx, actor: { type: 'webhook', source: 'twilio' } }, tx, {
      action: 'call.take',
      subject: leg.callSid,
      details: { personId },
    })
    const events: NewLiveEvent[] = []
    for (const { id } of rows) {
      const call = await findCall(tx.client, { id })
      if (call) events.push(callEvent(call))
    }
    await broadcast(tx.client, ctx.clock.now(), events)
  })
}
