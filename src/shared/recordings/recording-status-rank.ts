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
