/** The text of a recording, as Record with `transcribe` orders it. */
export type Transcription = {
  sid: string
  recordingSid: string
  status: 'in-progress' | 'completed' | 'failed'
  text: string
  durationSeconds: number
  createdAt: number
  updatedAt: number
}
