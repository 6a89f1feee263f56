import type { CoreContext } from '@/lib/context'

/** A message of this length is one; a shorter recording is somebody who hung up at the tone. */
const shortestMessageSeconds = 2

/**
 * Whether the caller of this call, which is over, reached nobody. They reached somebody when a leg was picked up and taken: with a key where
 * one was asked. Who left a message or asked to be called back is heard, and whom a flow answered has missed nobody unless it rang somebody; our own people are not
 * texted. Served by twilio_call_logs_children, the primary key of twilio_webhook_facts, twilio_recordings_call, ivr_executions.call_sid
 * and call_backs_open_number.
 */
export async function isMissedCall(ctx: Pick<CoreContext, 'database'>, callId: string): Promise<boolean> {
  const { rows } = await ctx.database.pool.query<{ missed: boolean }>({
    name: 'is-missed-call',
    text: `with leg as (
             select leg.answered_at is not null
                      and (asked.event_key is null or number.answer->>'whisperNeedsKey' = 'false'
                           or taken.raw ~ '(^|[&?])Digits=1(&|$)' or entered.event_key is not null) as reached
               from twilio_call_logs call join twilio_call_logs leg on leg.parent_call_sid = call.call_sid
               left join twilio_phone_numbers number on number.phone_number = call.to_number
               left join twilio_webhook_facts asked on asked.event_key in (leg.call_sid || ':whisper', leg.call_sid || ':join')
               left join twilio_webhook_facts taken on taken.event_key = leg.call_sid || ':taken'
               left join twilio_webhook_facts entered on entered.event_key = leg.call_sid || ':entered'
              where call.id = $1)
           select not exists (select from leg where reached)
              and not exists (select from twilio_recordings where call_sid = call.call_sid and source = 'RecordVerb'
                                and status <> 'absent' and coalesce(duration_seconds, $2) >= $2)
              and (exists (select from leg) or not exists (select from ivr_executions where call_sid = call.call_sid))
              and not exists (select from call_backs where their_number = call.from_number and status = 'open')
              and not exists (select from users where phone_number = call.from_number
                              union all select from host_people where phone_number = call.from_number) as missed
             from twilio_call_logs call where call.id = $1`,
    values: [callId, shortestMessageSeconds],
  })
  return rows[0]?.missed ?? false
}
