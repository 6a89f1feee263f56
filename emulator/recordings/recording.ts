export type RecordingStatus = 'in-progress' | 'paused' | 'stopped' | 'processing' | 'completed' | 'absent'
export type RecordingSource = 'DialVerb' | 'RecordVerb' | 'OutboundAPI' | 'StartCallRecordingAPI'

export type RecordingCallback = { url: string; method: 'GET' | 'POST'; events: ReadonlySet<string> }

export type Recording = {
  sid: string
  callSid: string
  channels: 1 | 2
  source: RecordingSource
  track: string
  status: RecordingStatus
  createdAt: number
  updatedAt: number
  startedAt: number
  /** Null while it runs. */
  durationSeconds: number | null
  errorCode: number | null
  price: string | null
  /** What was said, as the handset gave it; not part of Twilio's resource. */
  text: string
  callback: RecordingCallback | null
}
