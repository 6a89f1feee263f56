import type { Hours, PermissionRules, PlaceHours } from '../schemas/permission-rules'

const hours = (from: string, to: string): Hours => ({ from, to })
const daily = (every: Hours) => ({ weekday: every, saturday: every, sunday: every })
const place = (name: string, week: Omit<PlaceHours, 'place' | 'quietOnHolidays'>, quietOnHolidays = false) => ({
  place: name,
  ...week,
  quietOnHolidays,
})

/**
 * The careful settings a new installation starts with: 8 to 21 as the federal rule for telemarketing has it, and the states known to be
 * stricter. Not legal advice: recruiting texts are often not telemarketing at all, and laws change.
 */
export const defaultPermissionRules: PermissionRules = {
  hours: daily(hours('08:00', '21:00')),
  places: [
    place('CA', {
      weekday: hours('09:00', '21:00'),
      saturday: hours('10:00', '18:00'),
      sunday: hours('10:00', '18:00'),
    }),
    place('US-AL', { ...daily(hours('08:00', '20:00')), sunday: null }, true),
    place('US-CT', daily(hours('09:00', '20:00'))),
    place('US-FL', daily(hours('08:00', '20:00'))),
    place('US-KY', daily(hours('10:00', '21:00'))),
    place('US-LA', { ...daily(hours('08:00', '20:00')), sunday: null }, true),
    place('US-MA', daily(hours('08:00', '20:00'))),
    place('US-MD', daily(hours('08:00', '20:00'))),
    place('US-MN', daily(hours('09:00', '21:00'))),
    place('US-MS', { ...daily(hours('08:00', '20:00')), sunday: null }),
    place('US-NM', daily(hours('09:00', '21:00'))),
    place('US-NV', daily(hours('09:00', '20:00'))),
    place('US-OK', daily(hours('08:00', '20:00'))),
    place('US-RI', { weekday: hours('09:00', '18:00'), saturday: hours('10:00', '17:00'), sunday: null }, true),
    place('US-SD', { ...daily(hours('09:00', '21:00')), sunday: null }),
    place('US-TX', { ...daily(hours('09:00', '21:00')), sunday: hours('12:00', '21:00') }),
    place('US-UT', { ...daily(hours('08:00', '21:00')), sunday: null }, true),
    place('US-WA', daily(hours('08:00', '20:00'))),
    place('US-WY', daily(hours('08:00', '20:00'))),
  ],
  holidays: ['01-01', '07-04', '12-25', '2026-11-26', '2027-11-25', '2028-11-23', '2029-11-22', '2030-11-28'],
  quietOnHolidays: true,
  promptMinutes: 15,
  holdHours: 12,
  consent: { conversationDays: 90, callHours: 24, automaticNeedsConsent: true, campaignsNeedExpress: true },
  perContact: { day: 3, week: 10 },
  countries: { messages: null, calls: null },
  spend: {
    currency: 'USD',
    timeZone: 'America/New_York',
    perDay: 1_000,
    perMonth: 10_000,
    pricePerSegment: 0.0125,
    pricePerSegmentIn: {},
    pricePerPictureText: 0.032,
    pricePerCallMinute: 0.014,
    expectedCallMinutes: 3,
  },
  optOutHoldsForCalls: true,
}
