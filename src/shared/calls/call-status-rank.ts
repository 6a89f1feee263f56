/**
 * Twilio's call statuses in one total order. Callbacks arrive late, twice and out of order; the status of a call is the highest
 * it has ever had, so every order of the same callbacks ends the same. Among the ends, `completed` (it was answered) wins.
 */
export const callStatusRank = {
  queued: 0,
  ringing: 10,
  'in-progress': 20,
  canceled: 31,
  'no-answer': 32,
  busy: 33,
  failed: 34,
  completed: 40,
} as const

export type CallStatus = keyof typeof callStatusRank

export function isTerminalCallStatus(status: CallStatus) {
  return callStatusRank[status] > callStatusRank['in-progress']
}

/** The status after a set of reported statuses, in any order. */
export function deriveCallStatus(reported: readonly CallStatus[]): CallStatus {
  return reported.reduce(
    (highest, status) => (callStatusRank[status] > callStatusRank[highest] ? status : highest),
    'queued',
  )
}
