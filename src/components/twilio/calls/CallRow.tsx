import { Link } from '@tanstack/react-router'
import { cn } from '@/components/ui/cn'
import type { Call } from '@/shared/schemas/call'
import { CallDuration } from '../CallDuration'
import { PhoneNumber } from '../PhoneNumber'
import { Status } from '../Status'
import { Time } from '../Time'
import { isVoicemail } from './answered-by-words'
import { DirectionIcon } from './DirectionIcon'
import { isMissed } from '@/shared/calls/is-missed'
import { otherParty, ourSide } from './other-party'

export const callRowHeight = 52

/** One call in a list: as wide as the list is, so much it says. */
export function CallRow({ call }: { call: Call }) {
  const name = call.contactName
  const row = (
    <>
      <DirectionIcon call={call} />
      <span className="min-w-0 flex-1 @2xl:w-64 @2xl:flex-none">
        <span className={cn('block truncate font-medium', isMissed(call) && 'text-negative')}>
          {name ?? <PhoneNumber value={otherParty(call)} />}
        </span>
        <span className="block truncate text-sm text-ink-faint">
          {name ? <PhoneNumber value={otherParty(call)} /> : call.direction === 'inbound' ? 'Incoming' : 'Outgoing'}
          {call.disposition !== null && ` · ${call.disposition}`}
          {call.disposition === null && isVoicemail(call.answeredBy) && ' · Likely a voicemail'}
        </span>
      </span>
      <PhoneNumber value={ourSide(call)} className="hidden flex-1 text-ink-faint @2xl:block" />
      <CallDuration call={call} className="hidden w-14 text-right text-ink-soft tabular @2xl:block" />
      <span className="hidden w-27 justify-end @2xl:flex">
        <Status call={call.status} missed={call.missed} />
      </span>
      <Time at={call.startedAt} className="hidden w-16 text-right text-sm text-ink-faint tabular @2xl:block" />
      <span className="flex shrink-0 flex-col items-end gap-0.5 @2xl:hidden">
        <Time at={call.startedAt} className="text-sm text-ink-faint tabular" />
        <span className="flex items-center gap-2">
          <Status call={call.status} missed={call.missed} shape="inline" />
          <CallDuration call={call} className="text-xs text-ink-soft tabular" />
        </span>
      </span>
    </>
  )
  const className =
    'flex h-full items-center gap-3 border-b px-4 outline-offset-[-2px] hover:bg-hover data-[status=active]:bg-selected'
  if (!call.callSid) {
    return (
      <div data-row tabIndex={-1} className={className} title={call.errorMessage ?? undefined}>
        {row}
      </div>
    )
  }
  return (
    <Link
      to="/calls/$callSid"
      params={{ callSid: call.callSid }}
      search={(search) => search}
      data-row
      className={className}
    >
      {row}
    </Link>
  )
}
