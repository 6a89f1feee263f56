export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled'
export type FinalStatus = Exclude<CallStatus, 'queued' | 'ringing' | 'in-progress'>
export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial'
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed'

/** What reached the handset's ear; `from` is the call of the person who spoke, `at` is ISO 8601 in clock time. */
export type Heard = { verb: string; text?: string; url?: string; digits?: string; from?: string; at: string }

export type CallbackPlan = { url: string; method: 'GET' | 'POST'; events: ReadonlySet<string> }

export type Call = {
  sid: string
  from: string
  to: string
  direction: CallDirection
  status: CallStatus
  parentCallSid: string | null
  childCallSids: string[]
  phoneNumberSid: string | null
  createdAt: number
  updatedAt: number
  startedAt: number | null
  answeredAt: number | null
  endedAt: number | null
  price: string | null
  answeredBy: string | null
  /** How long a REST call waited for its turn among the calls per second. */
  queueTimeMs: number
  callerName: string | null
  forwardedFrom: string | null
  heard: Heard[]
  waitingFor: 'answer' | 'gather' | 'record' | null
  callback: CallbackPlan | null
  sequence: number
  /** The recording asked for on the call itself, for the last status callback. */
  recordingSid: string | null
}

export function isOver(status: CallStatus): status is FinalStatus {
  return status !== 'queued' && status !== 'ringing' && status !== 'in-progress'
}

/** Whole seconds from answer to end; 0 for a call that nobody answered. */
export function durationSeconds(call: Call, now: number): number {
  if (call.answeredAt === null) return 0
  return Math.max(0, Math.round(((call.endedAt ?? now) - call.answeredAt) / 1000))
}
