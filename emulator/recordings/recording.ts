export type RecordingStatus = 'in-progress' | 'paused' | 'stopped' | 'processing' | 'completed' | 'absent'
export type RecordingSource =
  | 'DialVerb'
  | 'RecordVerb'
  | 'OutboundAPI'
  | 'StartCallRecordingAPI'
  | 'Conference'
  | 'StartConferenceRecordingAPI'

export type RecordingCallback = { url: string; method: 'GET' | 'POST'; events: ReadonlySet<string> }

/** Seen from Twilio: `inbound` is what the party of the call says, `outbound` what the party hears. */
export type Track = 'inbound' | 'outbound'

/** Something audible in a recording, its text if it was speech, its samples if it has some; times from the recording's beginning. */
export type Sound = { atMs: number; ms: number; text: string | null; track: Track; samples: Int16Array | null }

export type Recording = {
  sid: string
  /** Null for the recording of a conference. */
  callSid: string | null
  conferenceSid: string | null
  channels: 1 | 2
  source: RecordingSource
  track: string
  /** Silence at its beginning and its end is left out. */
  trims: boolean
  status: RecordingStatus
  createdAt: number
  updatedAt: number
  startedAt: number
  pausedAt: number | null
  /** What a pause left out. */
  skippedMs: number
  skipsPauses: boolean
  /** Null while it runs. */
  durationSeconds: number | null
  errorCode: number | null
  price: string | null
  /** What was said, as the handset gave it; not part of Twilio's resource. */
  text: string
  sounds: Sound[]
  callback: RecordingCallback | null
}
