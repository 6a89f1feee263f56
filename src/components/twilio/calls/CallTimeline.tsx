import {
  Activity,
  AudioLines,
  type LucideIcon,
  MessageSquareReply,
  MousePointerClick,
  PhoneForwarded,
  PhoneOutgoing,
  RotateCw,
} from 'lucide-react'
import { Skeleton } from '@/components/ui/skeleton'
import { useCallTimeline } from '@/hooks/useCalls'
import type { CallTimelineEntry } from '@/shared/schemas/call'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { formatExactTime } from '../format/format-time'

const icons: Record<CallTimelineEntry['kind'], LucideIcon> = {
  requested: PhoneOutgoing,
  status: Activity,
  action: MousePointerClick,
  recording: AudioLines,
  leg: PhoneForwarded,
  missed: MessageSquareReply,
  retry: RotateCw,
}

/** As the server writes numbers in its sentences. */
const wholeNumber = /\+\d{7,15}/g

const exactClock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', second: '2-digit' })

/** What happened in a call, in order; what happened on the legs it dialled stands indented. */
export function CallTimeline({ callSid }: { callSid: string }) {
  const { data, error, refetch } = useCallTimeline(callSid)
  return (
    <section aria-label="Timeline" className="mt-6">
      <h3 className="text-base font-semibold">Timeline</h3>
      {error && !data && (
        <ErrorNotice
          error={error}
          what="The timeline could not be read."
          onRetry={() => void refetch()}
          className="mt-2"
        />
      )}
      {!data && !error && <Skeleton className="mt-3 h-24" />}
      <ol className="mt-3 border-l pl-0">
        {data?.items.map((entry, index) => {
          const Icon = icons[entry.kind]
          return (
            <li
              key={`${entry.at} ${index}`}
              className={`relative flex items-baseline gap-3 py-1.5 ${entry.callSid === callSid ? 'pl-5' : 'pl-11'}`}
            >
              <span
                aria-hidden
                className="absolute top-1.5 -left-2.5 grid size-5 place-items-center rounded-full border bg-surface text-ink-faint"
              >
                <Icon className="size-3" />
              </span>
              <span className="min-w-0 flex-1">
                {entry.text.replaceAll(wholeNumber, (number) => formatPhoneNumber(number))}
              </span>
              <time
                dateTime={entry.at}
                title={formatExactTime(new Date(entry.at))}
                className="text-sm text-ink-faint tabular"
              >
                {exactClock.format(new Date(entry.at))}
              </time>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
