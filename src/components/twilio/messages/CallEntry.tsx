import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { Call } from '@/shared/schemas/call'
import { isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import { CallDuration } from '../CallDuration'
import { DirectionIcon } from '../calls/DirectionIcon'
import { isMissed } from '../calls/is-missed'
import { formatClockTime, formatExactTime } from '../format/format-time'
import { PhoneNumber } from '../PhoneNumber'
import { Status } from '../Status'

/** A call with the person, where it stands among the texts; opens the call. */
export function CallEntry({ call, ourNumber }: { call: Call; ourNumber: string }) {
  const at = new Date(call.startedAt)
  const inbound = call.direction === 'inbound'
  const ours = inbound ? call.to : call.from
  const plain = call.status === 'completed' || isMissed(call)
  return (
    <Link
      to={call.callSid ? '/calls/$callSid' : '/calls'}
      params={{ callSid: call.callSid ?? '' }}
      className={cn(
        'mt-2 flex max-w-[85%] items-center gap-2.5 rounded-xl border bg-surface py-2 pr-2 pl-3 hover:bg-hover',
        inbound ? 'self-start' : 'self-end',
      )}
    >
      <DirectionIcon call={call} />
      <span className="min-w-0">
        <span className="flex items-center gap-2 text-sm font-medium">
          {isMissed(call) ? 'Missed call' : inbound ? 'Call from them' : 'Call to them'}
          <CallDuration call={call} className="font-normal text-ink-soft tabular" />
          {!plain && <Status call={call.status} shape="inline" />}
        </span>
        <span className="flex items-center gap-2 text-xs text-ink-faint">
          <time dateTime={call.startedAt} title={formatExactTime(at)} className="tabular">
            {formatClockTime(at)}
          </time>
          {ours !== ourNumber && (
            <span className="truncate">
              over <PhoneNumber value={ours} />
            </span>
          )}
          {!isTerminalCallStatus(call.status) && <span className="text-positive">now</span>}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </Link>
  )
}
