import { z } from 'zod'

const problems = [
  'microphone-refused',
  'microphone-missing',
  'token-refused',
  'unreachable',
  'call-failed',
  'not-allowed',
] as const

export const PhoneCallState = z.object({
  status: z.enum(['incoming', 'connecting', 'open', 'reconnecting']),
  direction: z.enum(['incoming', 'outgoing']),
  /** The other side as one sees it: a number, or `client:…`. */
  them: z.string(),
  /** Our own leg. */
  callSid: z.string().nullable(),
  /** How it is taken where this tab has no ringing leg of its own: our server connects it. */
  pickup: z.string().nullable(),
  muted: z.boolean(),
  /** Twilio's names of what is wrong with the sound now. */
  warnings: z.array(z.string()),
  /** Milliseconds since 1970 when both could first talk. */
  openedAt: z.number().nullable(),
})
export type PhoneCallState = z.infer<typeof PhoneCallState>

export const PhoneState = z.object({
  line: z.enum(['off', 'starting', 'ready', 'failed']),
  problem: z.enum(problems).nullable(),
  /** What the server said about it, where it said something. */
  reason: z.string().nullable(),
  call: PhoneCallState.nullable(),
  /** How loud the microphone is in a call, in tenths. */
  level: z.number(),
})
export type PhoneState = z.infer<typeof PhoneState>

export const phoneOff: PhoneState = { line: 'off', problem: null, reason: null, call: null, level: 0 }

export type PhoneEvent =
  | { type: 'turned-on' }
  | { type: 'turned-off' }
  | { type: 'registered' }
  | { type: 'failed'; problem: NonNullable<PhoneState['problem']>; reason?: string }
  | { type: 'incoming'; callSid: string | null; from: string; pickup?: string }
  /** Whoever rang has given up, or somebody else took it. */
  | { type: 'stopped-ringing' }
  | { type: 'calling'; to: string }
  | { type: 'taken' }
  | { type: 'call'; status: 'connecting' | 'open' | 'reconnecting'; callSid: string | null; at: number }
  | { type: 'over' }
  | { type: 'muted'; muted: boolean }
  | { type: 'level'; level: number }
  | { type: 'warning'; name: string; active: boolean }

/** The phone after an event. What makes no sense in its state leaves it as it is. */
export function nextPhoneState(state: PhoneState, event: PhoneEvent): PhoneState {
  const { call } = state
  switch (event.type) {
    case 'turned-on':
      return state.line === 'ready' ? state : { ...phoneOff, line: 'starting' }
    case 'turned-off':
      return phoneOff
    case 'registered':
      return state.line === 'off' ? state : { ...state, line: 'ready', problem: null, reason: null }
    case 'failed':
      return failed(state, event.problem, event.reason ?? null)
    case 'incoming':
      // It rings at our own phone as well, which is the shorter way to take it.
      if (call?.status === 'incoming' && call.callSid === null && event.callSid !== null)
        return { ...state, call: { ...call, callSid: event.callSid, pickup: null } }
      if (call !== null || state.line !== 'ready') return state
      return {
        ...state,
        problem: null,
        reason: null,
        call: newCall('incoming', event.from, event.callSid, event.pickup ?? null),
      }
    case 'stopped-ringing':
      return call?.status === 'incoming' ? { ...state, call: null } : state
    case 'calling':
      if (call !== null || state.line !== 'ready') return state
      return { ...state, problem: null, reason: null, call: newCall('outgoing', event.to, null, null) }
    case 'taken':
      return call?.status === 'incoming' ? { ...state, call: { ...call, status: 'connecting' } } : state
    case 'call':
      return call === null ? state : { ...state, call: progressed(call, event) }
    case 'over':
      return call === null ? state : { ...state, call: null, level: 0 }
    case 'muted':
      return call === null ? state : { ...state, call: { ...call, muted: event.muted } }
    case 'level':
      return call === null || call.status === 'incoming' ? state : { ...state, level: tenths(event.level) }
    case 'warning':
      return call === null ? state : { ...state, call: warned(call, event.name, event.active) }
  }
}

function newCall(
  direction: 'incoming' | 'outgoing',
  them: string,
  callSid: string | null,
  pickup: string | null,
): PhoneCallState {
  const status = direction === 'incoming' ? 'incoming' : 'connecting'
  return { status, direction, them, callSid, pickup, muted: false, warnings: [], openedAt: null }
}

/** A phone that cannot be rung has no line; one that only failed in a call is ready for the next. */
function failed(state: PhoneState, problem: NonNullable<PhoneState['problem']>, reason: string | null): PhoneState {
  const keepsLine = state.line === 'ready' && problem !== 'token-refused' && problem !== 'unreachable'
  const survives = state.call !== null && (state.call.status === 'open' || state.call.status === 'reconnecting')
  return {
    ...state,
    line: keepsLine || survives ? state.line : 'failed',
    problem,
    reason,
    call: survives ? state.call : null,
  }
}

function progressed(call: PhoneCallState, event: Extract<PhoneEvent, { type: 'call' }>): PhoneCallState {
  return {
    ...call,
    status: event.status,
    callSid: event.callSid ?? call.callSid,
    openedAt: call.openedAt ?? (event.status === 'open' ? event.at : null),
  }
}

function warned(call: PhoneCallState, name: string, active: boolean): PhoneCallState {
  const others = call.warnings.filter((other) => other !== name)
  return { ...call, warnings: active ? [...others, name] : others }
}

function tenths(level: number) {
  return Math.round(Math.min(Math.max(level, 0), 1) * 10) / 10
}
