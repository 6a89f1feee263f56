import { X } from 'lucide-react'
import type { Phone } from '../api/schemas.ts'
import { derivePhoneName } from '../desk/derive-phone-name.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { PhoneAvatar } from '../parts/phone-avatar.tsx'
import { LocalTime } from './local-time.tsx'

interface Props {
  phone: Phone
  headingId: string
  onPutAway: () => void
}

export const HandsetHeader = ({ phone, headingId, onPutAway }: Props) => {
  const number = formatPhoneNumber(phone.phoneNumber)
  return (
    <header className="flex items-center gap-2.5 py-2 pr-2.5 pl-4">
      <PhoneAvatar phone={phone} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-2">
          <h2 id={headingId} className="truncate text-[15px] font-semibold">
            {derivePhoneName(phone)}
          </h2>
          {phone.timeZone === null ? null : <LocalTime timeZone={phone.timeZone} />}
        </div>
        <p className="truncate text-xs text-muted">
          {phone.name === '' ? 'No name yet' : number}
          {phone.onCall === null ? '' : ` · calls: ${phone.onCall}`}
        </p>
      </div>
      <IconButton icon={X} label={`Put ${derivePhoneName(phone)} away`} onClick={onPutAway} />
    </header>
  )
}
