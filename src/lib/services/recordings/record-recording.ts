import type { Installation } from '@/lib/context'
import { recordVoice } from '@/lib/services/calls/record-voice'
import type { RecordingReport } from './recording-report'

/** Writes down what became of a recording: its metadata. A recording that runs proves that its call is in progress. */
export async function recordRecording(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  recording: RecordingReport & { raw: string },
) {
  const { raw, ...report } = recording
  const running = report.status === 'in-progress'
  await recordVoice(ctx, {
    eventKey: `${report.recordingSid}:${report.status}`,
    kind: 'recording',
    raw,
    recording: report,
    ...(running && report.callSid
      ? { callInProgress: { callSid: report.callSid, at: report.startedAt ?? ctx.clock.now() } }
      : {}),
  })
}
