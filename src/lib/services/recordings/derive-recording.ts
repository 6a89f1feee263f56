import { recordingStatusRank } from '@/shared/recordings/recording-status-rank'
import type { RecordingReport, RecordingState } from './recording-report'

/** The recording after a report: the highest status with what came along with it, else the first known value; any order ends the same. */
export function deriveRecording(recording: RecordingState, report: RecordingReport): RecordingState {
  const [main, other] =
    recordingStatusRank[report.status] > recordingStatusRank[recording.status]
      ? [report, recording]
      : [recording, report]
  return {
    id: recording.id,
    recordingSid: recording.recordingSid,
    callSid: main.callSid ?? other.callSid,
    conferenceSid: main.conferenceSid ?? other.conferenceSid,
    status: main.status,
    source: main.source ?? other.source,
    channels: main.channels ?? other.channels,
    durationSeconds: main.durationSeconds ?? other.durationSeconds,
    mediaUrl: main.mediaUrl ?? other.mediaUrl,
    errorCode: main.errorCode ?? other.errorCode,
    startedAt: main.startedAt ?? other.startedAt,
  }
}
