import { isTerminalCallStatus, type CallStatus } from '@/shared/calls/call-status-rank'
import type { LiveEventType, NewLiveEvent } from '@/shared/schemas/live-event'
import type { Call } from '@/shared/schemas/call'

type CallEventType = Extract<LiveEventType, `call.${string}`>

/** The live event that shows a call as it now stands. */
export function callEvent(call: Call): NewLiveEvent {
  return { type: callEventType(call.status), data: { call } }
}

function callEventType(status: CallStatus): CallEventType {
  if (isTerminalCallStatus(status)) return 'call.ended'
  if (status === 'in-progress') return 'call.answered'
  return status === 'ringing' ? 'call.ringing' : 'call.queued'
}
