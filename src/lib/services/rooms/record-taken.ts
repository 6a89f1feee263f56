import type { Context } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { noteTaken } from '@/lib/services/calls/note-taken'
import { recordVoice } from '@/lib/services/calls/record-voice'

type Leg = Pick<CallReport, 'callSid' | 'to' | 'at'>

/** Somebody of ours has taken a caller's call who waits in a room: it is answered by this (Twilio says so of none that waits), and theirs. */
export async function recordTaken(
  ctx: Context,
  leg: Leg,
  { partyCallSid, personId }: { partyCallSid: string; personId: string | null },
): Promise<void> {
  await recordVoice(ctx, {
    eventKey: `${leg.callSid}:entered`,
    kind: 'voice',
    raw: '',
    callInProgress: { callSid: partyCallSid, at: leg.at },
  })
  await noteTaken(
    ctx,
    { callSid: leg.callSid, to: leg.to, parentCallSid: partyCallSid },
    { personId, transferred: false },
  )
}
