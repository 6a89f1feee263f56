import type { CoreContext } from '@/lib/context'
import { getRecordingRules } from './get-recording-rules'
import { takeNotice } from './take-notice'

/**
 * What the other party must hear before a recording that was asked for beforehand, by a rule or the sentence for all such; null when they heard
 * one or administrators want none. That they hear it is written down. `mayRecord` is false when this cannot be found out: nobody is recorded unwarned.
 */
export async function takeRequestedNotice(
  ctx: Pick<CoreContext, 'database' | 'log'>,
  { callSid, legs }: { callSid: string; legs: readonly string[] },
): Promise<{ mayRecord: boolean; notice: string | null }> {
  const ofRule = await takeNotice(ctx, { callSid, legs, unlessSaid: true })
  if (ofRule !== null) return { mayRecord: true, notice: ofRule }
  try {
    const { requestedNotice } = (await getRecordingRules(ctx)).rules
    if (requestedNotice === null) return { mayRecord: true, notice: null }
    const { rows } = await ctx.database.pool.query<{ heard: string | null }>({
      name: 'take-requested-notice',
      text: `with call as (select id, recording_notice from twilio_call_logs where call_sid = $1 for update),
                  told as (update twilio_call_logs set recording_notice = $2 where id = (select id from call where recording_notice is null))
             select recording_notice as heard from call`,
      values: [callSid, requestedNotice],
    })
    const [call] = rows
    return { mayRecord: call !== undefined, notice: call?.heard === null ? requestedNotice : null }
  } catch (error) {
    ctx.log.error({ err: error, callSid }, 'what must be heard before a recording could not be found out')
    return { mayRecord: false, notice: null }
  }
}
