import type { CoreContext } from '@/lib/context'
import { ourNumberOf } from '@/lib/services/calls/our-number-of'
import type { RecordedCall } from '@/shared/recordings/recording-rule-for'

type Row = {
  direction: 'inbound' | 'outbound'
  from_number: string
  to_number: string
  created_by: string | null
  flow_id: string | null
  notice: string | null
  is_over: boolean
  is_requested: boolean
}

/** What recording rules go by of a call, what its party was told, and whether whoever placed it wants it recorded; null when we do not know it. By twilio_call_logs.call_sid and ivr_executions.call_sid. */
export async function findRecordedCall(
  ctx: Pick<CoreContext, 'database'>,
  { callSid }: { callSid: string },
): Promise<(RecordedCall & { notice: string | null; isOver: boolean; isRequested: boolean }) | null> {
  const { rows } = await ctx.database.pool.query<Row>({
    name: 'find-recorded-call',
    text: `select call.direction, call.from_number, call.to_number, call.created_by, call.recording_notice as notice,
                  call.ended_at is not null as is_over, coalesce(call.request -> 'record' = 'true', false) as is_requested,
                  (select flow_id from ivr_executions run where run.call_sid = call.call_sid) as flow_id
             from twilio_call_logs call where call.call_sid = $1`,
    values: [callSid],
  })
  const row = rows[0]
  if (!row) return null
  const placedBy = /^operator:(.+)$/.exec(row.created_by ?? '')?.[1]
  return {
    direction: row.direction,
    ourNumber: ourNumberOf({ direction: row.direction, from: row.from_number, to: row.to_number }),
    flowId: row.flow_id,
    people: placedBy === undefined ? [] : [placedBy],
    notice: row.notice,
    isOver: row.is_over,
    isRequested: row.is_requested,
  }
}
