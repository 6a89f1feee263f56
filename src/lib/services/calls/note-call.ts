import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { callEvent } from '@/lib/services/calls/call-event'
import { findCall } from '@/lib/services/calls/find-call'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'

type Note = { callSid: string; disposition?: string | null | undefined; notes?: string | null | undefined }

/** Writes down what came of a call. What is not given stays; empty notes are none. */
export async function noteCall(ctx: CoreContext, { callSid, disposition, notes }: Note): Promise<Call> {
  return ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'note-call',
      text: `update twilio_call_logs
                set disposition = case when $2 then $3 else disposition end, notes = case when $4 then nullif($5, '') else notes end,
                    updated_at = $6
              where call_sid = $1 returning id`,
      values: [
        callSid,
        disposition !== undefined,
        disposition ?? null,
        notes !== undefined,
        notes ?? null,
        ctx.clock.now(),
      ],
    })
    const call = rows[0] && (await findCall(tx.client, rows[0]))
    if (!call) throw new NotFoundError('There is no such call.')
    await recordAudit(ctx, tx, { action: 'call.note', subject: callSid, details: { disposition: call.disposition } })
    await broadcast(tx.client, ctx.clock.now(), [callEvent(call)])
    return call
  })
}
