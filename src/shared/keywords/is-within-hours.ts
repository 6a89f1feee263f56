import type { KeywordHours } from '@/shared/schemas/keyword'

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/**
 * Whether a rule with these hours applies at this moment, by the clocks of its zone, so summer time needs no thought. Hours past midnight
 * belong to the day they began on. `from` equal to `to` is the whole day.
 */
export function isWithinHours(hours: KeywordHours, at: Date): boolean {
  return isOpen(hours, at) === (hours.when === 'during')
}

function isOpen({ timeZone, days, from, to, closedOn }: KeywordHours, at: Date) {
  const now = wallClock(timeZone, at)
  const isDay = (day: { weekday: number; date: string }) => days.includes(day.weekday) && !closedOn.includes(day.date)
  if (from === to) return isDay(now)
  if (from < to) return isDay(now) && now.time >= from && now.time < to
  if (now.time >= from) return isDay(now)
  return now.time < to && isDay(dayBefore(now))
}

function wallClock(timeZone: string, at: Date) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    weekday: weekdays.indexOf(part('weekday')),
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

function dayBefore({ weekday, date }: { weekday: number; date: string }) {
  const noon = Date.parse(`${date}T12:00:00Z`) - 24 * 3_600_000
  return { weekday: (weekday + 6) % 7, date: new Date(noon).toISOString().slice(0, 10) }
}
