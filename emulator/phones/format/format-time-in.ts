/** Mon 6:40 PM, in the zone given; the day tells it from the reader's own. */
export const formatTimeIn = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone }).format(
    Date.parse(at),
  )
