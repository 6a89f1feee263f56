import { BellRing, LayoutList } from 'lucide-react'
import type { Phone } from '../api/schemas.ts'
import { derivePhoneName } from './derive-phone-name.ts'
import { UnseenMarks } from './unseen-marks.tsx'

interface Props {
  open: Phone[]
  shown: Phone | undefined
  ringing: string[]
  listOpen: boolean
  onShow: (phoneNumber: string) => void
  onList: () => void
}

/** On a small screen: which of the handsets in hand is shown. */
export const HandsetStrip = ({ open, shown, ringing, listOpen, onShow, onList }: Props) => (
  <nav aria-label="Handsets in hand" className="flex items-center gap-1 border-b border-line bg-surface px-2 sm:hidden">
    <button
      type="button"
      aria-expanded={listOpen}
      onClick={onList}
      className="flex h-11 shrink-0 items-center gap-1.5 rounded-lg px-2 text-xs font-medium hover:bg-hover"
    >
      <LayoutList aria-hidden size={16} />
      All
    </button>
    <ul className="flex min-w-0 gap-1 overflow-x-auto p-1">
      {open.map((phone) => {
        const rings = ringing.includes(phone.phoneNumber)
        return (
          <li key={phone.phoneNumber}>
            <button
              type="button"
              aria-current={phone === shown && !listOpen ? 'true' : undefined}
              onClick={() => onShow(phone.phoneNumber)}
              className={`flex h-9 max-w-44 items-center gap-1.5 rounded-full px-3 whitespace-nowrap text-muted hover:bg-hover aria-current:bg-accent-soft aria-current:font-medium aria-current:text-accent-ink ${rings ? 'animate-ring bg-good-soft text-good-ink' : ''}`}
            >
              {rings ? <BellRing aria-hidden size={14} className="shrink-0" /> : null}
              <span className="truncate">{derivePhoneName(phone)}</span>
              {rings ? <span className="sr-only">is ringing</span> : null}
              {phone === shown ? null : <UnseenMarks unseen={phone.unseen} />}
            </button>
          </li>
        )
      })}
    </ul>
  </nav>
)
