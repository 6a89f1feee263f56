/**
 * Message statuses in one total order: Twilio's, and before them our own `pending` (written down, not yet accepted) and `unknown` (the
 * request left and no answer came). The status of a text is the highest it has ever had; `delivered` outranks a contradicting
 * `undelivered` because the handset confirmed it.
 */
export const messageStatusRank = {
  pending: 0,
  unknown: 1,
  receiving: 5,
  accepted: 10,
  scheduled: 11,
  queued: 20,
  sending: 30,
  sent: 40,
  canceled: 50,
  failed: 51,
  undelivered: 52,
  partially_delivered: 55,
  delivered: 60,
  read: 70,
  received: 80,
} as const

export type MessageStatus = keyof typeof messageStatusRank

/** The status after a set of reported statuses, in any order. */
export function deriveMessageStatus(reported: readonly MessageStatus[]): MessageStatus {
  return reported.reduce(
    (highest, status) => (messageStatusRank[status] > messageStatusRank[highest] ? status : highest),
    'pending',
  )
}
