import { type LucideIcon, MessageCircle, PhoneMissed, Voicemail } from 'lucide-react'
import type { Unseen } from '../api/schemas.ts'
import { describeUnseen } from './describe-unseen.ts'

const Mark = ({ icon: Icon, count }: { icon: LucideIcon; count: number }) =>
  count === 0 ? null : (
    <span
      aria-hidden
      className="flex h-5 items-center gap-1 rounded-full bg-accent-soft px-1.5 text-[11px] font-semibold text-accent-ink"
    >
      <Icon size={11} strokeWidth={2.25} />
      {count}
    </span>
  )

/** Texts, missed calls and voicemails that nobody has looked at yet. */
export const UnseenMarks = ({ unseen }: { unseen: Unseen }) => {
  const sentence = describeUnseen(unseen)
  if (sentence === '') return null
  return (
    <span title={sentence} className="flex shrink-0 gap-1">
      <Mark icon={MessageCircle} count={unseen.messages} />
      <Mark icon={PhoneMissed} count={unseen.missedCalls} />
      <Mark icon={Voicemail} count={unseen.voicemails} />
      <span className="sr-only">{sentence}</span>
    </span>
  )
}
