import { useState } from 'react'
import type { Phone } from '../api/schemas.ts'
import { readStored, writeStored } from '../parts/stored.ts'

const shownAtFirst = 3

export interface Desk {
  /** The handsets in the hand, in the order they were picked up. */
  open: Phone[]
  /** The one a small screen shows. */
  shown: Phone | undefined
  pickUp: (phoneNumber: string) => void
  putAway: (phoneNumber: string) => void
}

const readOpen = (): string[] | undefined =>
  readStored('desk')
    ?.split(' ')
    .filter((number) => number !== '')

/** Which handsets lie on the desk, remembered in this browser; at first the first few there are. */
export const useDesk = (phones: Phone[], ringing: string[]): Desk => {
  const [chosen, setChosen] = useState(readOpen)
  const [shownNumber, setShownNumber] = useState<string | undefined>()
  const [rang, setRang] = useState('')
  const numbers = chosen ?? phones.slice(0, shownAtFirst).map((phone) => phone.phoneNumber)

  const keep = (next: string[]): void => {
    writeStored('desk', next.join(' '))
    setChosen(next)
  }
  // A handset that begins to ring comes onto the desk, once: it can be put away while it rings.
  if (ringing.join(' ') !== rang) {
    const before = rang.split(' ')
    const fresh = ringing.filter((number) => !before.includes(number) && !numbers.includes(number))
    setRang(ringing.join(' '))
    if (fresh.length > 0) setChosen([...numbers, ...fresh])
  }

  const open = numbers.flatMap((number) => phones.find((phone) => phone.phoneNumber === number) ?? [])
  return {
    open,
    shown: open.find((phone) => phone.phoneNumber === shownNumber) ?? open[0],
    pickUp: (phoneNumber) => {
      if (!numbers.includes(phoneNumber)) keep([...numbers, phoneNumber])
      setShownNumber(phoneNumber)
    },
    putAway: (phoneNumber) => keep(numbers.filter((number) => number !== phoneNumber)),
  }
}
