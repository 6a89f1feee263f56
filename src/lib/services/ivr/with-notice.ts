import type { CoreContext } from '@/lib/context'
import { takeNotice } from '@/lib/services/recordings/take-notice'
import { takeRequestedNotice } from '@/lib/services/recordings/take-requested-notice'
import type { Verb } from '@/shared/ivr/instruction'
import { beginRecording, withoutRecording, withSentence } from '@/shared/ivr/recorded-verbs'

/**
 * The verbs of a flow with what its caller must hear about recording before the first leg is dialled or a step begins to record, unless they
 * heard it already. Where that cannot be found out, nothing is recorded.
 */
export async function withNotice(
  ctx: Pick<CoreContext, 'database' | 'log'>,
  { callSid, verbs }: { callSid: string | null; verbs: readonly Verb[] },
): Promise<readonly Verb[]> {
  if (callSid === null) return verbs
  const dial = verbs.find((verb) => verb.verb === 'dial')
  const legs = dial?.to ?? []
  if (beginRecording(verbs)) {
    const { mayRecord, notice } = await takeRequestedNotice(ctx, { callSid, legs })
    if (!mayRecord) return withoutRecording(verbs)
    return notice === null ? verbs : withSentence(verbs, notice)
  }
  const notice = dial ? await takeNotice(ctx, { callSid, legs, unlessSaid: true }) : null
  return notice === null ? verbs : withSentence(verbs, notice)
}
