import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { useRecordings } from '@/hooks/useRecordings'
import type { Call } from '@/shared/schemas/call'
import type { Recording } from '@/shared/schemas/recording'
import { isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import { CallDuration } from '../CallDuration'
import { DirectionIcon } from '../calls/DirectionIcon'
import { isVoicemail as machineTook } from '../calls/answered-by-words'
import { isMissed } from '@/shared/calls/is-missed'
import { formatClockTime, formatExactTime } from '../format/format-time'
import { PhoneNumber } from '../PhoneNumber'
import { RecordingItem } from '../recordings/RecordingItem'
import { Status } from '../Status'

type CallEntryProps = { call: Call; ourNumber: string; theirNumber: string }

/** A call with the person, where it stands among the texts; opens the call. A voicemail or recording of it is played here. */
export function CallEntry({ call, ourNumber, theirNumber }: CallEntryProps) {
  const { data } = useRecordings({ phoneNumber: theirNumber })
  const recordings = data?.items.filter(({ callSid }) => callSid !== null && callSid === call.callSid) ?? []
  const inbound = call.direction === 'inbound'
  const link = <CallLink call={call} ourNumber={ourNumber} isVoicemail={recordings.some(isVoicemail)} />
  return (
    <div className={cn('mt-2 flex max-w-[85%] flex-col', inbound ? 'items-start self-start' : 'items-end self-end')}>
      {link}
      {recordings.length > 0 && (
        <ul className="mt-1 grid w-80 max-w-full gap-1">
          {recordings.map((recording) => (
            <RecordingItem key={recording.id} recording={recording} className="rounded-xl" />
          ))}
        </ul>
      )}
    </div>
  )
}

function isVoicemail({ kind }: Recording) {
  return kind === 'voicemail'
}

function CallLink({ call, ourNumber, isVoicemail }: { call: Call; ourNumber: string; isVoicemail: boolean }) {
  const at = new Date(call.startedAt)
  const inbound = call.direction === 'inbound'
  const ours = inbound ? call.to : call.from
  const plain = call.status === 'completed' || isMissed(call)
  return (
    <Link
      to={call.callSid ? '/calls/$callSid' : '/calls'}
      params={{ callSid: call.callSid ?? '' }}
      className="flex max-w-full items-center gap-2.5 rounded-xl border bg-surface py-2 pr-2 pl-3 hover:bg-hover"
    >
      <DirectionIcon call={call} />
      <span className="min-w-0">
        <span className="flex items-center gap-2 text-sm font-medium">
          {isVoicemail || call.missed === 'voicemail'
            ? 'They left a voicemail'
            : isMissed(call)
              ? 'Missed call'
              : inbound
                ? 'Call from them'
                : 'Call to them'}
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
          {machineTook(call.answeredBy) && <span>Likely a voicemail</span>}
          {call.disposition !== null && <span className="truncate font-medium text-ink-soft">{call.disposition}</span>}
        </span>
        {call.notes !== null && (
          <span className="mt-0.5 block max-w-80 truncate text-xs text-ink-soft">{call.notes}</span>
        )}
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </Link>
  )
}
