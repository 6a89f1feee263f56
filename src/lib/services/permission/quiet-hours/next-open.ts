import type { PermissionRules } from '@/shared/schemas/permission-rules'
import { hoursOfDay, type Place } from './hours-of-day'
import { momentOf, nextDate, readWallClock } from '@/shared/places/wall-clock'

/** How far ahead an open moment is looked for. */
const horizonMilliseconds = 15 * 24 * 60 * 60_000

/** Whether something may go out at a moment at a place, by the clock on the wall there. */
export function isOpen(at: Date, place: Place, rules: PermissionRules): boolean {
  const wall = readWallClock(at, place.timeZone)
  const open = hoursOfDay(wall, place, rules)
  return open !== null && wall.minute >= open.from && wall.minute < open.to
}

/** The first moment from `at` on that is open at every place at once; null when there is none within two weeks. */
export function nextOpen(at: Date, places: readonly Place[], rules: PermissionRules): Date | null {
  const limit = at.getTime() + horizonMilliseconds
  let moment = at
  while (moment.getTime() <= limit) {
    const shut = places.find((place) => !isOpen(moment, place, rules))
    if (!shut) return moment
    moment = opensAt(moment, shut, rules, limit)
  }
  return null
}

/**
 * The next opening at one place after a moment at which it is shut. Only hours that begin between one and three at night, when clocks are
 * changed, may be taken a day late.
 */
function opensAt(after: Date, place: Place, rules: PermissionRules, limit: number): Date {
  let { date, weekday } = readWallClock(after, place.timeZone)
  for (;;) {
    const open = hoursOfDay({ date, weekday }, place, rules)
    const opening = open && momentOf(date, open.from, place.timeZone)
    if (opening && opening > after) return opening
    date = nextDate(date)
    weekday = (weekday + 1) % 7
    if (Date.parse(date) > limit) return new Date(limit + 1)
  }
}
