import { formatClockTime, formatExactTime } from '../format/format-time'

/** When by the recipient's wall, and below by one's own where that differs. */
export function WhenThere({ at, timeZone }: { at: string; timeZone: string }) {
  const date = new Date(at)
  const there = momentIn(date, timeZone)
  const here = momentIn(date)
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ')
  return (
    <time dateTime={at} title={formatExactTime(date)} className="tabular">
      <span className="font-medium text-ink">{there}</span> <span className="text-ink-soft">in {place}</span>
      {here !== there && <span className="block text-ink-faint">{here} here</span>}
    </time>
  )
}

function momentIn(date: Date, timeZone?: string) {
  const day = date.toLocaleDateString(undefined, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...(timeZone && { timeZone }),
  })
  return `${day}, ${formatClockTime(date, undefined, timeZone)}`
}
