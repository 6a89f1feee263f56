import { callEvent } from '@/lib/services/calls/call-event'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import type { Transaction } from '@/lib/db/client'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

/**
 * Brings what calls say of being recorded up to their recordings: the recorded leg, the call it belongs to and whoever shares its room. Returns
 * the live events of calls that go on, for the caller to broadcast last. By twilio_recordings_call and the indexes on call_sid and room_id.
 */
export async function showOnCalls(tx: Transaction, at: Date, callSids: readonly string[]): Promise<NewLiveEvent[]> {
  if (callSids.length === 0) return []
  const { rows } = await tx.client.query<CallRow>({
    name: 'show-recording-on-calls',
    text: `with recorded as (
             select leg.id, leg.parent_call_sid, leg.room_id, coalesce((
                      select case when recording.paused_at is null then 'on' else 'paused' end from twilio_recordings recording
                       where recording.call_sid = leg.call_sid and recording.status in ('in-progress', 'paused')
                         and recording.source is distinct from 'RecordVerb'
                       order by recording.created_at desc limit 1), 'off') as state
               from twilio_call_logs leg where leg.call_sid = any($1)),
           shown as (
             select id, state from recorded
             union
             select log.id, state from recorded join twilio_call_logs log on log.call_sid = recorded.parent_call_sid
             union
             select log.id, state from recorded join twilio_call_logs log on log.room_id = recorded.room_id),
           call as (
             update twilio_call_logs log set recording = shown.state, updated_at = $2
               from shown where log.id = shown.id and log.recording <> shown.state
             returning log.*)
           select ${callColumns} from call ${callContactJoin}`,
    values: [callSids, at],
  })
  return rows.map((row) => toCall(row)).flatMap((call) => (call.endedAt === null ? [callEvent(call)] : []))
}
