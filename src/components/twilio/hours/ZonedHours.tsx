import { isTimeZone } from '@/shared/is-time-zone'
import type { ZonedBusinessHours } from '@/shared/schemas/business-hours'
import { BusinessHoursFields } from './BusinessHoursFields'

type ZonedHoursProps = {
  value: ZonedBusinessHours
  readOnly: string | undefined
  onChange: (hours: ZonedBusinessHours) => void
}

/** Business hours whose zone must be one. */
export function ZonedHours({ value, readOnly, onChange }: ZonedHoursProps) {
  return (
    <BusinessHoursFields
      value={value}
      readOnly={readOnly}
      error={isTimeZone(value.time_zone) ? undefined : 'Give a time zone such as America/New_York.'}
      onChange={(change) =>
        onChange({
          ...value,
          ...change,
          hours: [...(change.hours ?? value.hours)],
          holidays: [...(change.holidays ?? value.holidays)],
        })
      }
    />
  )
}

/** Where somebody begins who has set none: weekdays from nine to five, where they are. */
export function usualHours(): ZonedBusinessHours {
  return {
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    holidays: [],
  }
}
