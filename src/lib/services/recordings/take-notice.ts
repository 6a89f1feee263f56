import type { CoreContext } from '@/lib/context'
import { findPersonOfPhone } from '@/lib/services/people/find-person-of-phone'
import { noticeBefore } from '@/shared/recordings/recording-rule-for'
import { findRecordedCall } from './find-recorded-call'
import { getRecordingRules } from './get-recording-rules'

/**
 * The sentence about recording that the other party of a call must hear before they are connected to one of `legs` (numbers, or `client:` and the
 * id of a person of ours), and writes down that they do; null when there is none to say, or `unlessSaid` and they heard one already. A call is connected even when this
 * cannot be found out: it is not recorded then.
 */
export async function takeNotice(
  ctx: Pick<CoreContext, 'database' | 'log'>,
  { callSid, legs, unlessSaid = false }: { callSid: string; legs: readonly string[]; unlessSaid?: boolean },
): Promise<string | null> {
  try {
    const { rules } = (await getRecordingRules(ctx)).rules
    if (!rules.some(({ record, notice }) => record && notice !== null)) return null
    const call = await findRecordedCall(ctx, { callSid })
    if (!call || ((unlessSaid || call.isRequested) && call.notice !== null)) return null
    const people = await Promise.all(legs.map((leg) => findPersonOfPhone(ctx, leg)))
    const candidates = people.filter((id) => id !== null)
    const notice = noticeBefore(rules, call, candidates)
    if (notice === null) return null
    await ctx.database.pool.query({
      name: 'write-recording-notice',
      text: 'update twilio_call_logs set recording_notice = $2 where call_sid = $1',
      values: [callSid, notice],
    })
    return notice
  } catch (error) {
    ctx.log.error({ err: error, callSid }, 'what a caller must hear about recording could not be found out')
    return null
  }
}
