/** '6:40 am' by the wall of a time zone. */
export function clockTimeAt(at: Date, timeZone: string): string {
  return at
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone })
    .replace(/\s/g, ' ')
    .toLowerCase()
}

/** 'Tuesday 8:00 am' by the wall of a time zone. */
export function dayAndTimeAt(at: Date, timeZone: string): string {
  return `${at.toLocaleDateString('en-US', { weekday: 'long', timeZone })} ${clockTimeAt(at, timeZone)}`
}

/** 'May 3', with the year where it is not that of `now`, by the wall of a time zone. */
export function dayAt(at: Date, timeZone: string, now: Date): string {
  const yearOf = (date: Date) => date.toLocaleDateString('en-US', { year: 'numeric', timeZone })
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const)
  return at.toLocaleDateString('en-US', { month: 'long', day: 'numeric', ...year, timeZone })
}

/** The city a time zone is named for: 'New York'. */
export function placeName(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
}
