/** Twilio's words for a recording, in the order in which they can follow each other. */
export const recordingStatusRank = {
  'in-progress': 0,
  paused: 1,
  stopped: 2,
  processing: 3,
  absent: 10,
  failed: 11,
  completed: 20,
} as const

export type RecordingStatus = keyof typeof recordingStatusRank

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
