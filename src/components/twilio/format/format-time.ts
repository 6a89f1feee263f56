const minute = 60_000
const day = 24 * 60 * minute

const clockTime: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }

/** How long ago, as short as a list wants it: 'now', '4 min', '2:14 PM', 'Yesterday', 'Tue', 'Nov 12', 'Nov 12, 2025'. */
export function formatRelativeTime(at: Date, now: Date, locale?: string) {
  const age = now.getTime() - at.getTime()
  if (age < minute && age > -minute) return 'now'
  if (age > 0 && age < 60 * minute) return `${Math.floor(age / minute)} min`
  const days = calendarDaysBetween(at, now)
  if (days === 0) return at.toLocaleTimeString(locale, clockTime)
  if (days === 1) return 'Yesterday'
  if (days > 1 && days < 7) return at.toLocaleDateString(locale, { weekday: 'short' })
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return at.toLocaleDateString(locale, { month: 'short', day: 'numeric', ...year })
}

/** The heading of a day in a thread: 'Today', 'Yesterday', 'Tuesday, November 17'. */
export function formatDay(at: Date, now: Date, locale?: string) {
  const days = calendarDaysBetween(at, now)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return at.toLocaleDateString(locale, { weekday: 'long', month: 'long', day: 'numeric', ...year })
}

/** The exact moment, for those who hover. */
export function formatExactTime(at: Date, locale?: string) {
  return at.toLocaleString(locale, { dateStyle: 'full', timeStyle: 'medium' })
}

export function formatClockTime(at: Date, locale?: string, timeZone?: string) {
  return at.toLocaleTimeString(locale, timeZone ? { ...clockTime, timeZone } : clockTime)
}

/** Midnights between two moments in the viewer's zone. */
function calendarDaysBetween(earlier: Date, later: Date) {
  return Math.round((midnight(later) - midnight(earlier)) / day)
}

function midnight(date: Date) {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}
