import type { Installation } from '@/lib/context'
import { recordVoice } from '@/lib/services/calls/record-voice'
import type { VoiceReport } from '@/lib/services/calls/voice-report'

/** Keeps what Twilio told us as it told us, for what nothing is derived from yet. */
export async function recordFact(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  fact: Pick<VoiceReport, 'eventKey' | 'kind' | 'raw'>,
) {
  await recordVoice(ctx, fact)
}
