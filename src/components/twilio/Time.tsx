import { useNow } from '@/hooks/use-now'
import { formatExactTime, formatRelativeTime } from './format/format-time'

/** How long ago, short; the exact moment on hover. */
export function Time({ at, className }: { at: string; className?: string }) {
  const now = useNow(30_000)
  const date = new Date(at)
  return (
    <time dateTime={at} title={formatExactTime(date)} className={className}>
      {formatRelativeTime(date, now)}
    </time>
  )
}
