import { momentOf, nextDate, readWallClock } from '@/shared/places/wall-clock'

const hour = 60 * 60_000
/** When people may be written to in the morning, in minutes from midnight. */
const morning = 9 * 60

export type SendTime = { label: string; at: Date }

/** Times to send a text at, by the wall where its recipient is; none of them past or twice. */
export function sendTimes(now: Date, timeZone: string): SendTime[] {
  const { date, minute, weekday } = readWallClock(now, timeZone)
  const tomorrow = nextDate(date)
  const inDays = (days: number) => Array.from({ length: days }).reduce<string>((day) => nextDate(day), date)
  return [
    { label: 'In an hour', at: new Date(Math.ceil((now.getTime() + hour) / 60_000) * 60_000) },
    ...(minute < morning ? [{ label: 'This morning', at: momentOf(date, morning, timeZone) }] : []),
    { label: 'Tomorrow morning', at: momentOf(tomorrow, morning, timeZone) },
    // From Friday and Saturday on, the working day after the weekend.
    ...(weekday >= 5 ? [{ label: 'Monday morning', at: momentOf(inDays(8 - weekday), morning, timeZone) }] : []),
  ]
}

/** A moment as an input of the kind datetime-local wants it, by the wall of a time zone. */
export function toWallInput(at: Date, timeZone: string) {
  const { date, minute } = readWallClock(at, timeZone)
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** The moment that such an input names there; null for none. */
export function fromWallInput(typed: string, timeZone: string): Date | null {
  const [, date, hours, minutes] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(typed) ?? []
  return date ? momentOf(date, Number(hours) * 60 + Number(minutes), timeZone) : null
}

function two(part: number) {
  return String(part).padStart(2, '0')
}
