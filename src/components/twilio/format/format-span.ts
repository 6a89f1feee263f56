import { formatClockTime, formatDay } from './format-time'

/** From when to when: '10:02 AM – 10:14 AM' today, with the day before it otherwise; one time when both are in one minute. */
export function formatSpan(from: Date, until: Date, now: Date, locale?: string) {
  const times = [from, until].map((at) => {
    const day = formatDay(at, now, locale)
    return { day: day === 'Today' ? '' : `${day} `, time: formatClockTime(at, locale) }
  })
  const [first, last] = times
  if (!first || !last) return ''
  if (first.day === last.day && first.time === last.time) return first.day + first.time
  return `${first.day}${first.time} – ${last.day === first.day ? '' : last.day || 'today '}${last.time}`
}
