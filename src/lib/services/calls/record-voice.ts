import type { Installation } from '@/lib/context'
import { storable } from '@/lib/utils/storable'
import type { VoiceRecorded, VoiceReport } from './voice-report'

/** Writes one webhook of the voice lane down; resolves when it is durable, with what its answer needs to know. */
export function recordVoice(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  report: Omit<VoiceReport, 'receivedAt'>,
): Promise<VoiceRecorded> {
  const { call } = report
  const parent = call?.parentCallSid
  return ctx.recorder.voice.write({
    ...report,
    ...(call ? { call: { ...call, from: storable(call.from), to: storable(call.to) } } : {}),
    eventKey: storable(report.eventKey),
    // A leg that Twilio dialled exists because the call it belongs to was answered. A browser of ours is there before.
    ...(call && parent && call.direction === 'outbound' ? { callInProgress: { callSid: parent, at: call.at } } : {}),
    receivedAt: ctx.clock.now(),
  })
}
