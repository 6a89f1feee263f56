import { z } from 'zod'
import { isTimeZone } from '../is-time-zone'

const minuteOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time of day such as 08:00.')

/** From the first minute to just before the second, by the clock on the recipient's wall. */
export const Hours = z
  .strictObject({ from: minuteOfDay, to: minuteOfDay })
  .refine((hours) => hours.from < hours.to, { message: 'The end must be later than the beginning.', path: ['to'] })
export type Hours = z.infer<typeof Hours>

/** null: not at all on such a day. */
const week = { weekday: Hours.nullable(), saturday: Hours.nullable(), sunday: Hours.nullable() }

/** Narrower hours of a country (`US`) or of a state or province (`US-FL`). `holidays`: whether holidays are quiet there. */
export const PlaceHours = z.strictObject({
  place: z.string().regex(/^[A-Z]{2}(?:-[A-Z]{2})?$/, 'Write a country such as CA, or a state such as US-FL.'),
  ...week,
  quietOnHolidays: z.boolean(),
})
export type PlaceHours = z.infer<typeof PlaceHours>

const countries = z
  .array(z.string().regex(/^[A-Z]{2}$/, 'Write countries by their two letters, such as US.'))
  .max(250)
  .nullable()

const amount = z.number().min(0).max(10_000_000)
const cap = amount.nullable()

/** What an administrator decides about when something may go out. Money in `spend.currency`. */
export const PermissionRules = z.strictObject({
  /** Everywhere; the hours of a place only ever narrow them. */
  hours: z.strictObject(week),
  places: z.array(PlaceHours).max(300),
  /** 'MM-DD' every year, or 'YYYY-MM-DD'. */
  holidays: z
    .array(
      z.string().regex(/^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'Write a day as 12-25 or 2027-11-25.'),
    )
    .max(300),
  quietOnHolidays: z.boolean(),
  /** An automatic answer to a text that came within these minutes goes out at any hour. */
  promptMinutes: z
    .number()
    .int()
    .min(0)
    .max(24 * 60),
  /** What is held goes out within these hours of when it was wanted, or is asked about. */
  holdHours: z
    .number()
    .min(0)
    .max(14 * 24),
  consent: z.strictObject({
    /** For so many days a text from a person counts as consent to automatic answers. */
    conversationDays: z.number().int().min(0).max(730),
    /** For so many hours a call from a person counts as consent to a text that follows it, such as after a missed call; 0: never. */
    callHours: z
      .number()
      .int()
      .min(0)
      .max(14 * 24),
    automaticNeedsConsent: z.boolean(),
    campaignsNeedExpress: z.boolean(),
  }),
  /** Automatic texts and calls to one person which do not answer them; null: no limit. */
  perContact: z.strictObject({
    day: z.number().int().min(0).max(50).nullable(),
    week: z.number().int().min(0).max(50).nullable(),
  }),
  /** null: only the country of the number it is sent from. */
  countries: z.strictObject({ messages: countries, calls: countries }),
  spend: z.strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/),
    timeZone: z.string().refine(isTimeZone, 'Give a time zone such as America/New_York.'),
    perDay: cap,
    perMonth: cap,
    pricePerSegment: amount,
    /** Another price in these countries. */
    pricePerSegmentIn: z.record(z.string().regex(/^[A-Z]{2}$/), amount),
    pricePerPictureText: amount,
    pricePerCallMinute: amount,
    /** A call is counted as so many minutes when it is placed. */
    expectedCallMinutes: z.number().min(0).max(240),
  }),
  /** Automatic calls to somebody who opted out of texts. */
  optOutHoldsForCalls: z.boolean(),
})
export type PermissionRules = z.infer<typeof PermissionRules>
