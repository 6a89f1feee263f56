import type { Hours, PermissionRules } from '@/shared/schemas/permission-rules'
import type { WallClock } from '@/shared/places/wall-clock'

/** Where a recipient may be. `region` is a state or province such as US-FL. */
export type Place = { timeZone: string; country: string | null; region: string | null }

/** Minutes of a day, the second excluded; null: none. */
export type OpenMinutes = { from: number; to: number } | null

/** When something may go out on a day at a place: the general hours, narrowed by those of its country and of its state. */
export function hoursOfDay(
  day: Pick<WallClock, 'date' | 'weekday'>,
  place: Place,
  rules: PermissionRules,
): OpenMinutes {
  const name = day.weekday === 0 ? 'sunday' : day.weekday === 6 ? 'saturday' : 'weekday'
  const local = rules.places.filter((entry) => entry.place === place.country || entry.place === place.region)
  const isHoliday = rules.holidays.includes(day.date) || rules.holidays.includes(day.date.slice(5))
  if (isHoliday && (rules.quietOnHolidays || local.some((entry) => entry.quietOnHolidays))) return null
  let open = minutesOf(rules.hours[name])
  for (const entry of local) open = both(open, minutesOf(entry[name]))
  return open
}

function both(one: OpenMinutes, other: OpenMinutes): OpenMinutes {
  if (!one || !other) return null
  const narrower = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }
  return narrower.from < narrower.to ? narrower : null
}

function minutesOf(hours: Hours | null): OpenMinutes {
  return hours && { from: minuteOf(hours.from), to: minuteOf(hours.to) }
}

function minuteOf(time: string) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
