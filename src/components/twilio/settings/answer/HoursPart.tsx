import { isTimeZone } from '@/shared/is-time-zone'
import { BusinessHoursFields } from '../../hours/BusinessHoursFields'
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
          <BusinessHoursFields
            value={hours}
            readOnly={readOnly}
            error={isTimeZone(hours.time_zone) ? undefined : 'Give a time zone such as America/New_York.'}
            onChange={(change) =>
              onChange({
                hours: {
                  ...hours,
                  ...change,
                  hours: [...(change.hours ?? hours.hours)],
                  holidays: [...(change.holidays ?? hours.holidays)],
                },
              })
            }
          />
          <ClosedFields answer={answer} readOnly={readOnly} onChange={onChange} />
        </div>
      )}
    </div>
  )
}

function usualHours() {
  return {
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    holidays: [],
  }
}
