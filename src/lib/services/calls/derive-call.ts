import { callStatusRank, isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import type { CallReport, CallState } from './call-report'

/**
 * The call after a report. Reports come late, twice and in any order, so every field is a minimum, a maximum or the first known value:
 * all orders of the same reports end the same.
 */
export function deriveCall(call: CallState, report: CallReport): CallState {
  const higher = callStatusRank[report.status] > callStatusRank[call.status]
  return {
    ...call,
    callSid: call.callSid ?? report.callSid,
    parentCallSid: call.parentCallSid ?? report.parentCallSid,
    status: higher ? report.status : call.status,
    errorCode: higher ? (report.errorCode ?? call.errorCode) : (call.errorCode ?? report.errorCode),
    answeredBy: call.answeredBy ?? report.answeredBy,
    startedAt: earlier(call.startedAt, report.at),
    answeredAt: earliest(call.answeredAt, answeredAt(report)),
    endedAt: earliest(call.endedAt, isTerminalCallStatus(report.status) ? report.at : null),
    durationSeconds: call.durationSeconds ?? (isTerminalCallStatus(report.status) ? report.durationSeconds : null),
  }
}

/** The call of which this report is the first word. */
export function newCall(report: CallReport, id: string): CallState {
  const call: CallState = {
    id,
    callSid: report.callSid,
    parentCallSid: report.parentCallSid,
    direction: report.direction,
    status: report.status,
    from: report.from,
    to: report.to,
    answeredBy: report.answeredBy,
    errorCode: report.errorCode,
    startedAt: report.at,
    answeredAt: null,
    endedAt: null,
    durationSeconds: null,
  }
  return deriveCall(call, report)
}

/** `completed` with a duration tells when the call was answered, in case no report ever did (callers from outside). */
function answeredAt(report: CallReport) {
  if (report.status === 'in-progress') return report.at
  if (report.status !== 'completed' || !report.durationSeconds) return null
  return new Date(report.at.getTime() - report.durationSeconds * 1000)
}

function earliest(one: Date | null, other: Date | null) {
  return one && other ? earlier(one, other) : (one ?? other)
}

function earlier(one: Date, other: Date) {
  return one.getTime() <= other.getTime() ? one : other
}
