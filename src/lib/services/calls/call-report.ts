import type { CallStatus } from '@/shared/calls/call-status-rank'

/** What one webhook says about one call (leg). */
export type CallReport = {
  callSid: string
  parentCallSid: string | null
  direction: 'inbound' | 'outbound'
  status: CallStatus
  from: string
  to: string
  /** When it happened: Twilio's timestamp, else when we heard of it. */
  at: Date
  answeredBy: string | null
  errorCode: number | null
  /** Seconds from answer to end; only at the end. */
  durationSeconds: number | null
  /** twilio_call_logs.id of the attempt, from our own address: proves that Twilio accepted it and brings its SID. */
  attemptId: string | null
}

/** A row of twilio_call_logs as reports change it. */
export type CallState = {
  id: string
  callSid: string | null
  parentCallSid: string | null
  direction: 'inbound' | 'outbound'
  status: CallStatus
  from: string
  to: string
  answeredBy: string | null
  errorCode: number | null
  startedAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  durationSeconds: number | null
}
