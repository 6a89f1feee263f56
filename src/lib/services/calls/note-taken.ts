import type { Installation } from '@/lib/context'
import { findPersonOfPhone } from '@/lib/services/people/find-person-of-phone'
import type { CallReport } from './call-report'
import { recordHandler } from './record-handler'

/**
 * Writes down who has taken the call: whom we rang, or whose own phone it is. The call is connected even when that cannot be written.
 * `transferred`: see `recordHandler`.
 */
export async function noteTaken(
  ctx: Pick<Installation, 'database' | 'clock' | 'log'>,
  leg: Pick<CallReport, 'callSid' | 'parentCallSid' | 'to'>,
  { personId, transferred }: { personId: string | null; transferred: boolean },
): Promise<void> {
  try {
    const taker = personId ?? (await findPersonOfPhone(ctx, leg.to))
    if (taker !== null) await recordHandler(ctx, { leg, personId: taker, transferred })
  } catch (error) {
    ctx.log.error({ err: error, callSid: leg.callSid }, 'who took a call was not written down')
  }
}
