import { Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing, Voicemail } from 'lucide-react'
import type { Call } from '../api/schemas.ts'
import { useContactName } from '../desk/use-contact-name.ts'
import { formatExactTime, formatTime } from '../format/format-time.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { deriveCallWord, deriveOtherParty } from './derive-call-state.ts'

const CallIcon = ({ call }: { call: Call }) => {
  const Icon = call.voicemail
    ? Voicemail
    : call.missed
      ? PhoneMissed
      : call.direction === 'incoming'
        ? PhoneIncoming
        : PhoneOutgoing
  return <Icon aria-hidden size={15} className={`shrink-0 ${call.missed ? 'text-bad-ink' : 'text-muted'}`} />
}

interface Props {
  call: Call
  onShow: () => void
  onCall: () => void
}

/** A call that was: what was heard in it, and calling back. */
export const RecentCall = ({ call, onShow, onCall }: Props) => {
  const name = useContactName()(deriveOtherParty(call))
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        title="What was heard"
        onClick={onShow}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-lg px-1 text-left hover:bg-hover"
      >
        <CallIcon call={call} />
        <span className="min-w-0 flex-1">
          <span className={`block truncate ${call.missed ? 'font-medium' : ''}`}>
            <span className="sr-only">{call.direction === 'incoming' ? 'From ' : 'To '}</span>
            {name}
          </span>
          <span className="block truncate text-xs text-muted">
            {call.voicemail ? 'Voicemail' : deriveCallWord(call)}
            {' · '}
            <time dateTime={call.startedAt} title={formatExactTime(call.startedAt)}>
              {formatTime(call.startedAt)}
            </time>
          </span>
        </span>
      </button>
      <IconButton icon={Phone} label={`Call ${name}`} onClick={onCall} />
    </li>
  )
}
