import { z } from 'zod'

/** What the first screen counts. "Today" begins at midnight in `timeZone`. */
export const Overview = z.object({
  activeCalls: z.number().int(),
  callsToday: z.number().int(),
  textsReceivedToday: z.number().int(),
  textsSentToday: z.number().int(),
  unreadConversations: z.number().int(),
  failedOperations: z.number().int(),
  since: z.iso.datetime(),
  syncCursor: z.string(),
})
export type Overview = z.infer<typeof Overview>

export const OverviewQuery = z.object({
  /** IANA name, such as America/New_York. */
  timeZone: z
    .string()
    .max(60)
    .refine(
      (zone) => zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone),
      'This is not a time zone we know.',
    )
    .default('UTC'),
})
export type OverviewQuery = z.infer<typeof OverviewQuery>
