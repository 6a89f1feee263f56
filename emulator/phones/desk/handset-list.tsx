import { BellRing, Phone as PhoneIcon } from 'lucide-react'
import { useState } from 'react'
import type { Phone } from '../api/schemas.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { Field } from '../parts/field.tsx'
import { PhoneAvatar } from '../parts/phone-avatar.tsx'
import { derivePhoneName } from './derive-phone-name.ts'

/** Texts to hundreds of numbers make hundreds of handsets; the rest is found with the filter. */
const shownAtMost = 200
const filterFrom = 8

interface Props {
  phones: Phone[]
  open: Phone[]
  ringing: string[]
  onPick: (phoneNumber: string) => void
}

const matches = (phone: Phone, filter: string): boolean =>
  `${phone.name} ${phone.phoneNumber} ${formatPhoneNumber(phone.phoneNumber)}`
    .toLowerCase()
    .includes(filter.trim().toLowerCase())

const CallMark = ({ ringing }: { ringing: boolean }) => {
  const Icon = ringing ? BellRing : PhoneIcon
  return (
    <span className={`rounded-full p-1 text-good-ink ${ringing ? 'animate-ring' : ''}`}>
      <Icon aria-hidden size={15} />
      <span className="sr-only">{ringing ? 'is ringing' : 'in a call'}</span>
    </span>
  )
}

export const HandsetList = ({ phones, open, ringing, onPick }: Props) => {
  const [filter, setFilter] = useState('')
  const found = phones.filter((phone) => matches(phone, filter))
  return (
    <div className="grid min-h-0 content-start gap-2">
      {phones.length >= filterFrom ? (
        <Field
          label="Find a handset"
          labelHidden
          type="search"
          placeholder="Find a handset"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      ) : null}
      <ul className="grid gap-0.5">
        {found.slice(0, shownAtMost).map((phone) => (
          <li key={phone.phoneNumber}>
            <button
              type="button"
              aria-current={open.some((each) => each.phoneNumber === phone.phoneNumber) ? 'true' : undefined}
              onClick={() => onPick(phone.phoneNumber)}
              className="flex w-full items-center gap-3 rounded-lg p-2 text-left hover:bg-hover aria-current:bg-raised"
            >
              <PhoneAvatar phone={phone} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{derivePhoneName(phone)}</span>
                <span className="block truncate text-xs text-muted">
                  {phone.name === '' ? 'No name yet' : formatPhoneNumber(phone.phoneNumber)}
                </span>
              </span>
              {phone.activeCallSid === null ? null : <CallMark ringing={ringing.includes(phone.phoneNumber)} />}
            </button>
          </li>
        ))}
      </ul>
      {found.length > shownAtMost ? (
        <p className="px-2 text-xs text-muted">{found.length - shownAtMost} more: use the filter above.</p>
      ) : null}
      {found.length === 0 && filter !== '' ? <p className="px-2 text-xs text-muted">No handset matches.</p> : null}
    </div>
  )
}
