import { callEvent } from '@/lib/services/calls/call-event'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { defineFollower } from '@/lib/services/followers/follower'
import { leftMessage, reachedLeg } from './reached-leg'

/**
 * A call to us that none of ours took is a missed one, whatever Twilio calls it: our greeting alone makes it 'completed'. With a message it is a
 * voicemail. Whom a flow answered has missed nobody unless it rang somebody. By the index on call_sid, twilio_call_logs_children and those of `reachedLeg`.
 */
export const markMissedCalls = defineFollower({
  name: 'mark-missed-calls',
  types: ['call.ended', 'recording.completed'],
  async handle(ctx, tx, events) {
    const callSids = events.map(({ data }) => ('call' in data ? data.call.callSid : data.callSid))
    const { rows } = await tx.client.query<CallRow>({
      name: 'mark-missed-calls',
      text: `with found as (
               select call.id,
                      case when call.handled_by is not null
                             or exists (select from twilio_call_logs leg where leg.parent_call_sid = call.call_sid and ${reachedLeg}) then null
                           when ${leftMessage} then 'voicemail'
                           when exists (select from twilio_call_logs where parent_call_sid = call.call_sid)
                             or not exists (select from ivr_executions where call_sid = call.call_sid) then 'nobody'
                      end as missed
                 from twilio_call_logs call
                where call.call_sid = any($1) and call.direction = 'inbound' and call.parent_call_sid is null
                  and call.ended_at is not null and call.from_number not like 'client:%'),
             call as (
               update twilio_call_logs log set missed = found.missed, updated_at = $2
                 from found where log.id = found.id and log.missed is distinct from found.missed
               returning log.*)
             select ${callColumns} from call ${callContactJoin}`,
      values: [[...new Set(callSids.filter((sid) => sid !== null))], ctx.clock.now()],
    })
    return rows.map((row) => callEvent(toCall(row)))
  },
})
