import { WifiOff } from 'lucide-react'
import { useNow } from '@/hooks/use-now'
import { formatClockTime } from '../format/format-time'

/** A blink of the connection, or the first second of a page, is not worth a word. */
const patienceMilliseconds = 2_000

/** Says that the screen is no longer live, and since when. */
export function ConnectionBanner({ since }: { since: number | null }) {
  return <output>{since !== null && <Lost since={since} />}</output>
}

function Lost({ since }: { since: number }) {
  const now = useNow(1000)
  if (now.getTime() - since < patienceMilliseconds) return null
  return (
    <span className="flex items-center justify-center gap-2 bg-caution-soft px-4 py-1.5 text-sm text-caution">
      <WifiOff aria-hidden className="size-4 shrink-0" />
      <span>
        <span className="font-medium">Connection lost.</span> What you see is from {formatClockTime(new Date(since))}.
        Reconnecting…
      </span>
    </span>
  )
}
