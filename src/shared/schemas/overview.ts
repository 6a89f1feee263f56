import { z } from 'zod'

/** What the first screen counts. "Today" begins at midnight in `timeZone`. */
export const Overview = z.object({
  activeCalls: z.number().int(),
  callsToday: z.number().int(),
  textsReceivedToday: z.number().int(),
  textsSentToday: z.number().int(),
  unreadConversations: z.number().int(),
  failedOperations: z.number().int(),
  /** Recoveries that nobody has dismissed. */
  recoveries: z.number().int(),
  since: z.iso.datetime(),
  syncCursor: z.string(),
})
export type Overview = z.infer<typeof Overview>

/** Browsers differ in which name of a zone they use (Asia/Kolkata, Asia/Calcutta); offsets such as +05:00 are no names. */
function isTimeZone(zone: string) {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}

export const OverviewQuery = z.object({
  /** IANA name, such as America/New_York. */
  timeZone: z.string().max(60).refine(isTimeZone, 'This is not a time zone we know.').default('UTC'),
})
export type OverviewQuery = z.infer<typeof OverviewQuery>
