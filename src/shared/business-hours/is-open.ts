import type { BusinessHours } from '../schemas/business-hours'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether business hours say open, closed or holiday at that instant, by the wall clock of their zone. */
export function isOpen(hours: BusinessHours, at: Date): 'open' | 'closed' | 'holiday' {
  const local = wallClock(hours.time_zone, at)
  if (hours.holidays.includes(local.day) || hours.holidays.includes(local.day.slice(5))) return 'holiday'
  const open = hours.hours.some(
    ({ days, from, to }) => days.includes(local.weekday) && from <= local.time && local.time < to,
  )
  return open ? 'open' : 'closed'
}

/** Day `2026-11-25`, weekday 1 (Monday) … 7, time `09:05`. */
function wallClock(timeZone: string, at: Date) {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(timeZone, format)
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return { day, weekday: weekday === 0 ? 7 : weekday, time: `${parts.get('hour')}:${parts.get('minute')}` }
}
