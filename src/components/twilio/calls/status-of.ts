import { callStatusRank, type CallStatus } from '@/shared/calls/call-status-rank'

/** A text as a call status, if it is one. */
export function statusOf(text: string): CallStatus | undefined {
  return isCallStatus(text) ? text : undefined
}

function isCallStatus(text: string): text is CallStatus {
  return text in callStatusRank
}
