import type { CoreContext } from '@/lib/context'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall } from '@/lib/services/calls/find-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { CallReport } from './call-report'

/** Somebody of ours has taken the call they were rung for: their leg and the call it belongs to say who. The first one stays. */
export async function recordHandler(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { leg, personId }: { leg: Pick<CallReport, 'callSid' | 'parentCallSid'>; personId: string },
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'record-handler',
      text: `update twilio_call_logs set handled_by = $2 where call_sid = any($1) and handled_by is null returning id`,
      values: [[leg.callSid, leg.parentCallSid].filter((sid) => sid !== null), personId],
    })
    const events: NewLiveEvent[] = []
    for (const { id } of rows) {
      const call = await findCall(tx.client, { id })
      if (call) events.push(callEvent(call))
    }
    await broadcast(tx.client, ctx.clock.now(), events)
  })
}
