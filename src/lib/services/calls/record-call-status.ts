import type { Installation } from '@/lib/context'
import type { CallReport } from './call-report'
import { recordVoice } from './record-voice'

/** Writes down how far a call or one of its legs has come. `reported` is Twilio's own word, which may be one more than a status. */
export async function recordCallStatus(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  call: CallReport & { reported: string; raw: string },
) {
  const { raw, reported, ...report } = call
  await recordVoice(ctx, { eventKey: `${report.callSid}:${reported}`, kind: 'call-status', raw, call: report })
}
