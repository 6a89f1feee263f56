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

/** The city a time zone is named for: 'New York'. */
export function placeName(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
}
