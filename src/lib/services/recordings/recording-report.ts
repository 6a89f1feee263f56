import type { RecordingStatus } from '@/shared/recordings/recording-status-rank'

/** What one webhook says about one recording. The audio itself is fetched later. */
export type RecordingReport = {
  recordingSid: string
  callSid: string | null
  conferenceSid: string | null
  status: RecordingStatus
  source: string | null
  channels: number | null
  durationSeconds: number | null
  mediaUrl: string | null
  errorCode: number | null
  startedAt: Date | null
}

/** A row of twilio_recordings as reports change it. */
export type RecordingState = RecordingReport & { id: string }
