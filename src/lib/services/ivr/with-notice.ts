import type { CoreContext } from '@/lib/context'
import { takeNotice } from '@/lib/services/recordings/take-notice'
import type { Verb } from '@/shared/ivr/instruction'

/** The verbs of a flow with what its caller must hear about recording before the first leg is dialled, unless they heard it already. */
export async function withNotice(
  ctx: Pick<CoreContext, 'database' | 'log'>,
  { callSid, verbs }: { callSid: string | null; verbs: readonly Verb[] },
): Promise<readonly Verb[]> {
  const index = verbs.findIndex(({ verb }) => verb === 'dial')
  const dial = verbs[index]
  if (callSid === null || dial?.verb !== 'dial') return verbs
  const notice = await takeNotice(ctx, { callSid, legs: dial.to, unlessSaid: true })
  return notice === null ? verbs : verbs.toSpliced(index, 0, { verb: 'say', text: notice, loop: 1 })
}
