import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall } from '@/lib/services/calls/find-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { Call } from '@/shared/schemas/call'
import type { GreetingRow } from './greeting-row'

/** Writes down that a greeting was left in this call; what the call came to is that, unless somebody has said otherwise. */
export async function recordDrop(
  ctx: Pick<CoreContext, 'database' | 'clock' | 'actor'>,
  { callSid, greeting }: { callSid: string; greeting: GreetingRow },
): Promise<Call | null> {
  return ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'record-voicemail-drop',
      text: `update twilio_call_logs set disposition = coalesce(disposition, 'Left voicemail'), updated_at = $2 where call_sid = $1 returning id`,
      values: [callSid, ctx.clock.now()],
    })
    const call = rows[0] ? await findCall(tx.client, rows[0]) : null
    if (!call) return null
    const details = { greetingId: greeting.id, greeting: greeting.name }
    await recordAudit(ctx, tx, { action: 'call.voicemail_drop', subject: callSid, details })
    await broadcast(tx.client, ctx.clock.now(), [callEvent(call)])
    return call
  })
}
