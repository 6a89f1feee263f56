import { usualHours, ZonedHours } from '../../hours/ZonedHours'
import { Check } from '../rules/Check'
import type { AnswerPart } from './answer-part'
import { ClosedFields } from './ClosedFields'

/** When callers are put through, and what they meet at other times. */
export function HoursPart({ answer, readOnly, onChange }: AnswerPart) {
  const { hours } = answer
  return (
    <div className="grid content-start gap-4">
      <Check
        checked={hours !== null}
        readOnly={readOnly !== undefined}
        onChange={(checked) => onChange({ hours: checked ? usualHours() : null })}
      >
        Put callers through at business hours only
      </Check>
      {hours && (
        <div className="grid gap-6 md:grid-cols-2">
          <ZonedHours value={hours} readOnly={readOnly} onChange={(next) => onChange({ hours: next })} />
          <ClosedFields answer={answer} readOnly={readOnly} onChange={onChange} />
        </div>
      )}
    </div>
  )
}
