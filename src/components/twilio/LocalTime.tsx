import { Moon, Sun } from 'lucide-react'
import { useNow } from '@/hooks/use-now'
import { formatClockTime } from './format/format-time'
import { isWakingHour } from './format/is-waking-hour'

/** What time it is where a contact is; a moon when people sleep there. */
export function LocalTime({ timeZone, name }: { timeZone: string; name: string }) {
  const now = useNow(30_000)
  const awake = isWakingHour(now, timeZone)
  const Icon = awake ? Sun : Moon
  const firstName = name.split(' ')[0] ?? name
  return (
    <p
      className={`flex items-center gap-1.5 text-sm tabular ${awake ? 'text-ink-soft' : 'text-caution'}`}
      title={timeZone}
    >
      <Icon aria-hidden className="size-3.5" />
      {formatClockTime(now, undefined, timeZone)} for {firstName}
    </p>
  )
}
