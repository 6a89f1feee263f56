import { SegmentedControl } from '@/components/ui/segmented-control'
import { Check } from '../rules/Check'
import type { AnswerPart } from './answer-part'
import { PhoneField } from './PhoneField'
import { RingTargets } from './RingTargets'

const orders = [
  { value: 'one', label: 'One number' },
  { value: 'in_turn', label: 'In turn' },
  { value: 'together', label: 'At once' },
] as const

const hints = {
  one: null,
  in_turn: 'One after the other, each for the seconds above, until somebody presses 1.',
  together: 'The first to press 1 takes the call; the others stop ringing.',
}

/** Who is rung for a caller, and whether whoever they know comes first. */
export function RingFields({ answer, readOnly, onChange }: AnswerPart) {
  const { ring, transferTo = null, lastRecruiterFirst } = answer
  const order = ring?.order ?? 'one'
  const locked = readOnly !== undefined
  const choose = (next: (typeof orders)[number]['value']) => {
    if (locked) return
    const targets = ring?.targets ?? [{ phoneNumber: transferTo ?? '' }]
    onChange({ ring: next === 'one' ? null : { order: next, targets } })
  }
  return (
    <div className="grid content-start gap-4">
      <div className="grid justify-items-start gap-1.5">
        <span className="text-sm font-medium">Who is rung</span>
        <SegmentedControl label="Who is rung" value={order} options={orders} onChange={choose} />
        {hints[order] && <p className="text-xs text-ink-faint">{hints[order]}</p>}
      </div>
      <div className="md:max-w-md">
        {ring ? (
          <RingTargets
            targets={ring.targets}
            readOnly={readOnly}
            onChange={(targets) => onChange({ ring: { ...ring, targets } })}
          />
        ) : (
          <PhoneField
            label="Transfer calls to"
            hint="Empty: straight to voicemail."
            readOnly={locked}
            value={transferTo}
            onChange={(number) => onChange({ transferTo: number })}
          />
        )}
      </div>
      <Check
        checked={lastRecruiterFirst}
        readOnly={locked}
        onChange={(checked) => onChange({ lastRecruiterFirst: checked })}
      >
        Ring the recruiter first whom the caller knows
        <span className="block text-sm text-ink-faint">
          Whom the conversation is assigned to, else who last wrote to, called or talked with them.
        </span>
      </Check>
    </div>
  )
}
