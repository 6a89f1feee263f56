import { ChevronDown, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Phone } from '../api/schemas.ts'
import { Button } from '../parts/button.tsx'
import { AddHandsetForm } from './add-handset-form.tsx'
import { HandsetList } from './handset-list.tsx'

interface Props {
  phones: Phone[]
  open: Phone[]
  ringing: string[]
  onPick: (phoneNumber: string) => void
}

/** All handsets there are, and the way to one more. */
export const HandsetRail = ({ phones, open, ringing, onPick }: Props) => {
  const [adding, setAdding] = useState(false)
  const Icon = adding ? ChevronDown : Plus
  return (
    <div className="grid gap-3">
      <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>
        <Icon aria-hidden size={16} />
        New handset
      </Button>
      {adding ? (
        <AddHandsetForm
          onAdded={(phoneNumber) => {
            setAdding(false)
            onPick(phoneNumber)
          }}
        />
      ) : null}
      <HandsetList phones={phones} open={open} ringing={ringing} onPick={onPick} />
    </div>
  )
}
