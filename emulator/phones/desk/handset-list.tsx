import { useState } from 'react'
import type { Phone } from '../api/schemas.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { HandsetRow } from './handset-row.tsx'
import { sortPhones } from './sort-phones.ts'

/** Texts to hundreds of numbers make hundreds of handsets: the first are shown, more on demand, the rest is found with the filter. */
const shownAtFirst = 12
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

export const HandsetList = ({ phones, open, ringing, onPick }: Props) => {
  const [filter, setFilter] = useState('')
  const [unfolded, setUnfolded] = useState(false)
  const found = sortPhones(phones.filter((phone) => matches(phone, filter)))
  const folds = found.length > shownAtFirst && filter === ''
  const shown = found.slice(0, folds && !unfolded ? shownAtFirst : shownAtMost)
  return (
    <div className="grid min-h-0 content-start gap-2">
      {phones.length >= filterFrom ? (
        <Field
          label="Find a handset"
          labelHidden
          type="search"
          placeholder={`Find among ${phones.length} handsets`}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      ) : null}
      <ul aria-label="Handsets" className="grid gap-0.5">
        {shown.map((phone) => (
          <li key={phone.phoneNumber}>
            <HandsetRow
              phone={phone}
              isOpen={open.some((each) => each.phoneNumber === phone.phoneNumber)}
              isRinging={ringing.includes(phone.phoneNumber)}
              onPick={() => onPick(phone.phoneNumber)}
            />
          </li>
        ))}
      </ul>
      {folds ? (
        <Button look="quiet" size="small" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? 'Show the latest only' : `Show ${Math.min(found.length, shownAtMost) - shownAtFirst} more`}
        </Button>
      ) : null}
      {found.length > shownAtMost ? (
        <p className="px-2 text-xs text-muted">{found.length - shownAtMost} are not listed: find them above.</p>
      ) : null}
      {found.length === 0 && filter !== '' ? <p className="px-2 text-xs text-muted">No handset matches.</p> : null}
    </div>
  )
}
