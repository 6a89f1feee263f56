import type { CallReport } from './call-report'
import type { RecordingReport } from '@/lib/services/recordings/recording-report'

/** One webhook of the voice lane: the fact as it was sent, and what follows from it. */
export type VoiceReport = {
  /** SID and event, such as 'CA…:ringing'; the same event twice is the same fact. */
  eventKey: string
  kind: 'voice' | 'call-status' | 'recording' | 'transcription' | 'conference' | 'message-status'
  raw: string
  receivedAt: Date
  call?: CallReport
  recording?: RecordingReport
  /** A call that must be in progress for this to have happened: it records, or it dials another leg. */
  callInProgress?: { callSid: string; at: Date }
  /** Our number, whose settings the answer needs. */
  answeringNumber?: string
}

/** What an answer needs to know beyond the request: how the number's calls are answered (null: nothing is set for it), and who calls. */
export type VoiceRecorded = { answer: unknown; callerName: string | null }
