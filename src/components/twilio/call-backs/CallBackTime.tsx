import { useNow } from '@/hooks/use-now'
import { formatClockTime, formatExactTime } from '../format/format-time'

/** For when somebody is to be called; in colour once that has come. */
export function CallBackTime({ dueAt, className = '' }: { dueAt: string; className?: string }) {
  const now = useNow(30_000)
  const at = new Date(dueAt)
  const isDue = at <= now
  const isToday = at.toDateString() === now.toDateString()
  const day = isToday
    ? ''
    : `${at.toLocaleDateString(undefined, { weekday: 'short', month: 'short', day: 'numeric' })}, `
  return (
    <time
      dateTime={dueAt}
      title={formatExactTime(at)}
      className={`tabular ${isDue ? 'font-medium text-caution' : ''} ${className}`}
    >
      {isDue ? 'Due since' : 'At'} {day}
      {formatClockTime(at)}
    </time>
  )
}
