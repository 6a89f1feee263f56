import { BellRing, Phone as PhoneIcon } from 'lucide-react'
import type { Phone } from '../api/schemas.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { LocalTime } from '../handset/local-time.tsx'
import { PhoneAvatar } from '../parts/phone-avatar.tsx'
import { derivePhoneName } from './derive-phone-name.ts'
import { UnseenMarks } from './unseen-marks.tsx'

const CallMark = ({ ringing }: { ringing: boolean }) => {
  const Icon = ringing ? BellRing : PhoneIcon
  return (
    <span className={`rounded-full p-1 text-good-ink ${ringing ? 'animate-ring' : ''}`}>
      <Icon aria-hidden size={15} />
      <span className="sr-only">{ringing ? 'is ringing' : 'in a call'}</span>
    </span>
  )
}

interface Props {
  phone: Phone
  isOpen: boolean
  isRinging: boolean
  onPick: () => void
}

/** One handset in the list: whose, their time of day, what waits for them. */
export const HandsetRow = ({ phone, isOpen, isRinging, onPick }: Props) => (
  <button
    type="button"
    aria-current={isOpen ? 'true' : undefined}
    onClick={onPick}
    className="flex w-full items-center gap-3 rounded-lg p-2 text-left hover:bg-hover aria-current:bg-raised"
  >
    <PhoneAvatar phone={phone} />
    <span className="min-w-0 flex-1">
      <span className="flex items-center gap-1.5">
        <span className="min-w-0 flex-1 truncate font-medium">{derivePhoneName(phone)}</span>
        {phone.activeCallSid === null ? null : <CallMark ringing={isRinging} />}
        <UnseenMarks unseen={phone.unseen} />
      </span>
      <span className="flex items-center gap-1.5 text-xs text-muted">
        <span className="min-w-0 flex-1 truncate">
          {phone.name === '' ? 'No name yet' : formatPhoneNumber(phone.phoneNumber)}
        </span>
        {phone.timeZone === null ? null : <LocalTime timeZone={phone.timeZone} />}
      </span>
    </span>
  </button>
)
