import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { RetriedEnd, type RetryPolicy } from '@/shared/schemas/call-settings'
import { usualHours, ZonedHours } from '../../hours/ZonedHours'
import { Check } from '../rules/Check'
import { NumberField } from '../rules/NumberField'

const endWords: Record<RetriedEnd, string> = {
  busy: 'It was busy',
  'no-answer': 'Nobody answered',
  failed: 'It could not be connected',
  machine: 'A machine answered, and that was noticed',
}

type RetryFieldsProps = {
  policy: RetryPolicy
  /** Why it cannot be changed. */
  readOnly: string | undefined
  onChange: (change: Partial<RetryPolicy>) => void
}

/** How often, after how long, at which hours and after which ends a call is tried again. */
export function RetryFields({ policy, readOnly, onChange }: RetryFieldsProps) {
  const isReadOnly = readOnly !== undefined
  const { afterMinutes, ends, hours } = policy
  const toggle = (end: RetriedEnd, on: boolean) =>
    onChange({ ends: RetriedEnd.options.filter((one) => (one === end ? on : ends.includes(one))) })
  return (
    <div className="grid gap-6 p-4 md:grid-cols-2">
      <div className="grid content-start gap-3">
        <p className="text-sm text-ink-soft">
          Tried again when whoever calls ticks it on the dial pad. Nobody is called while they are on a call with us,
          once they were reached or have called, or at hours at which they must not be called.
        </p>
        <ol aria-label="Tries" className="grid gap-2">
          {afterMinutes.map((minutes, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a place in a row of numbers is all it is
            <li key={index} className="flex items-end gap-2">
              <div className="flex-1">
                <NumberField
                  label={index === 0 ? 'First retry, minutes after' : 'The next, minutes later'}
                  value={minutes}
                  readOnly={isReadOnly}
                  onChange={(value) => onChange({ afterMinutes: afterMinutes.with(index, value ?? 0) })}
                />
              </div>
              {!isReadOnly && afterMinutes.length > 1 && (
                <Button
                  size="icon"
                  variant="quiet"
                  label={`Take away retry ${index + 1}`}
                  onClick={() => onChange({ afterMinutes: afterMinutes.toSpliced(index, 1) })}
                >
                  <X aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ol>
        {!isReadOnly && (
          <Button
            size="small"
            className="justify-self-start"
            disabledReason={afterMinutes.length >= 10 ? 'Ten tries are the most.' : undefined}
            onClick={() => onChange({ afterMinutes: [...afterMinutes, afterMinutes.at(-1) ?? 60] })}
          >
            <Plus aria-hidden /> Try once more
          </Button>
        )}
      </div>
      <div className="grid content-start gap-3">
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 text-sm font-medium">Try again when</legend>
          {RetriedEnd.options.map((end) => (
            <Check
              key={end}
              checked={ends.includes(end)}
              readOnly={isReadOnly}
              onChange={(checked) => toggle(end, checked)}
            >
              {endWords[end]}
            </Check>
          ))}
        </fieldset>
        <Check checked={policy.automatic} readOnly={isReadOnly} onChange={(automatic) => onChange({ automatic })}>
          Also calls that EVA places by itself
        </Check>
        <Check
          checked={hours !== null}
          readOnly={isReadOnly}
          onChange={(checked) => onChange({ hours: checked ? usualHours() : null })}
        >
          At our business hours only
        </Check>
        {hours && <ZonedHours value={hours} readOnly={readOnly} onChange={(next) => onChange({ hours: next })} />}
      </div>
    </div>
  )
}
