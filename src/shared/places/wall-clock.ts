/** What the clock on a wall in a time zone shows. `minute` counts from midnight; `weekday` is 0 on Sunday; `date` is YYYY-MM-DD. */
export type WallClock = { date: string; minute: number; weekday: number }

const formats = new Map<string, Intl.DateTimeFormat>()

export function readWallClock(at: Date, timeZone: string): WallClock {
  const wall = new Date(wallMilliseconds(at.getTime(), timeZone))
  return {
    date: wall.toISOString().slice(0, 10),
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
    weekday: wall.getUTCDay(),
  }
}

/**
 * The first moment at which the wall shows this time of that day. A time shown twice (clocks go back) is taken the first time; one that is
 * skipped (clocks go forward) as the moment that is as long after the last one shown.
 */
export function momentOf(date: string, minute: number, timeZone: string): Date {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * 60_000
  const day = 24 * 60 * 60_000
  const before = wall - offsetOf(wall - day, timeZone)
  const after = wall - offsetOf(wall + day, timeZone)
  const earlier = Math.min(before, after)
  if (wallMilliseconds(earlier, timeZone) === wall) return new Date(earlier)
  const later = Math.max(before, after)
  return new Date(wallMilliseconds(later, timeZone) === wall ? later : before)
}

/** The day after, by the calendar. */
export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10)
}

function offsetOf(moment: number, timeZone: string) {
  return wallMilliseconds(moment, timeZone) - moment
}

/** The wall's time as if it were UTC. Formatting and reading it back is ten times as fast as formatToParts. */
function wallMilliseconds(moment: number, timeZone: string) {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
    .format(moment)
    .split(/\D+/)
    .map(Number)
  const millisecond = ((moment % 1000) + 1000) % 1000
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
}
