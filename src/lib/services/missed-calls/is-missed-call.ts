import type { CoreContext } from '@/lib/context'
import { leftMessage, reachedLeg } from './reached-leg'

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
             select ${reachedLeg} as reached
               from twilio_call_logs call join twilio_call_logs leg on leg.parent_call_sid = call.call_sid
              where call.id = $1)
           select not exists (select from leg where reached)
              and not ${leftMessage}
              and (exists (select from leg) or not exists (select from ivr_executions where call_sid = call.call_sid))
              and not exists (select from call_backs where their_number = call.from_number and status = 'open')
              and not exists (select from users where phone_number = call.from_number
                              union all select from host_people where phone_number = call.from_number) as missed
             from twilio_call_logs call where call.id = $1`,
    values: [callId],
  })
  return rows[0]?.missed ?? false
}
