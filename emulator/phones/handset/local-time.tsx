import { clock } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { useTickingTime } from '../bench/use-ticking-time.ts'
import { formatTimeIn } from '../format/format-time-in.ts'

/** What the clock on this person's wall says, by the emulator's time. */
export const LocalTime = ({ timeZone }: { timeZone: string }) => {
  const now = useTickingTime(useResource(clock).data)
  if (now === undefined) return null
  return (
    <time
      dateTime={now}
      title={`Local time in ${timeZone.replaceAll('_', ' ')}`}
      className="shrink-0 text-xs text-muted"
    >
      <span className="sr-only">Local time: </span>
      {formatTimeIn(now, timeZone)}
    </time>
  )
}
