import type { Installation } from '@/lib/context'
import type { CallReport } from './call-report'
import { recordHandler } from './record-handler'

/** Writes down who has taken the call, if it was a person's own phone. The call is connected even when that cannot be written. */
export async function noteTaken(
  ctx: Pick<Installation, 'database' | 'clock' | 'log'>,
  leg: Pick<CallReport, 'callSid' | 'parentCallSid'>,
  personId: string | null,
): Promise<void> {
  if (personId === null) return
  try {
    await recordHandler(ctx, { leg, personId })
  } catch (error) {
    ctx.log.error({ err: error, callSid: leg.callSid }, 'who took a call was not written down')
  }
}
