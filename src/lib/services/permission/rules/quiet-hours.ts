import { isOpen, nextOpen } from '../quiet-hours/next-open'
import { placesOf } from '../quiet-hours/places-of'
import type { Objection, PermissionRule } from '../rule'
import { clockTimeAt, dayAndTimeAt, placeName } from '../say-time'

/**
 * Nothing goes out by itself outside the hours of every place where the person may be. Who sends by hand is warned. An automatic answer to
 * a text of a moment ago is not held: the person is awake.
 */
export const quietHours: PermissionRule = ({ request: { at }, zones, rules, attended, prompted }): Objection | null => {
  if (prompted && !attended) return null
  const places = placesOf(zones)
  const shut = places.find((place) => !isOpen(at, place, rules))
  if (!shut) return null
  const there = `It is ${clockTimeAt(at, shut.timeZone)} in ${placeName(shut.timeZone)}`
  const unsure = new Set(places.map((place) => clockTimeAt(at, place.timeZone))).size > 1
  const why = unsure ? `${there}, where this person may be.` : `${there}, where this person is.`
  if (attended) return { verdict: 'warned', rule: 'quiet_hours', reason: why }
  const until = nextOpen(at, places, rules)
  if (!until) {
    const reason = `${why} Your sending hours leave no time at which it may go out.`
    return { verdict: 'refused', rule: 'quiet_hours', reason }
  }
  return {
    verdict: 'held',
    rule: 'quiet_hours',
    until,
    reason: `${why} Held until ${dayAndTimeAt(until, shut.timeZone)} there.`,
  }
}
