import { z } from 'zod'
import { isTimeZone } from '../is-time-zone'

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time of day as 09:00.')

/** When somebody answers: by weekday (1 Monday … 7 Sunday), and days on which nobody does. Times are the zone's. */
export const BusinessHours = z.looseObject({
  time_zone: z.string(),
  hours: z
    .array(
      z
        .object({ days: z.array(z.number().int().min(1).max(7)).min(1), from: ClockTime, to: ClockTime })
        .refine(({ from, to }) => from < to, 'The end must be after the beginning.'),
    )
    .max(50),
  /** `2026-12-25`, or `12-25` for every year. */
  holidays: z
    .array(z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'Write a day as 2026-12-25, or 12-25 for every year.'))
    .max(200)
    .default([]),
})
export type BusinessHours = z.infer<typeof BusinessHours>

/** The same with a zone that exists: what `isOpen` can read. */
export const ZonedBusinessHours = BusinessHours.extend({
  time_zone: z.string().refine(isTimeZone, 'Give a time zone such as America/New_York.'),
})
export type ZonedBusinessHours = z.infer<typeof ZonedBusinessHours>
