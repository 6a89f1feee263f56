import type { BusinessHours } from '../schemas/business-hours'
import { isOpen } from './is-open'

const minute = 60_000
const stride = 15 * minute
const furthest = 400 * 24 * 60 * minute

/** The first minute from `at` on that these hours call open: `at` itself when they do; null when there is none within a year. */
export function nextOpening(hours: BusinessHours, at: Date): Date | null {
  if (hours.hours.length === 0) return null
  if (isOpen(hours, at) === 'open') return at
  const start = Math.ceil(at.getTime() / minute) * minute
  for (let time = start; time <= start + furthest; time += stride) {
    if (isOpen(hours, new Date(time)) !== 'open') continue
    let first = time
    while (first > start && isOpen(hours, new Date(first - minute)) === 'open') first -= minute
    return new Date(first)
  }
  return null
}
