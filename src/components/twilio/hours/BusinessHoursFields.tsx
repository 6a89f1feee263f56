import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { OpenRow, type OpenHours } from './OpenRow'

export type HoursDraft = { time_zone: string; hours: readonly OpenHours[]; holidays: readonly string[] }

type BusinessHoursFieldsProps = {
  value: HoursDraft
  /** Why nothing can be changed; undefined: it can. */
  readOnly: string | undefined
  error?: string | undefined
  onChange: (change: Partial<HoursDraft>) => void
}

/** The week of a place: days with their hours, its zone, and the days on which nobody answers. */
export function BusinessHoursFields({ value, readOnly, error, onChange }: BusinessHoursFieldsProps) {
  const { time_zone: zone, hours, holidays } = value
  const locked = readOnly !== undefined
  return (
    <div className="grid gap-3">
      <Field label="Time zone" hint="Such as America/New_York." error={error}>
        {(control) => (
          <Input
            {...control}
            readOnly={locked}
            value={zone}
            onChange={({ target }) => onChange({ time_zone: target.value })}
          />
        )}
      </Field>
      {hours.map((row, index) => (
        <OpenRow
          key={index}
          row={row}
          position={index + 1}
          readOnly={readOnly}
          onChange={(next) => onChange({ hours: hours.with(index, next) })}
          onRemove={() => onChange({ hours: hours.toSpliced(index, 1) })}
        />
      ))}
      <Button
        size="small"
        className="justify-self-start"
        disabledReason={readOnly}
        onClick={() => onChange({ hours: [...hours, { days: [6], from: '09:00', to: '13:00' }] })}
      >
        <Plus aria-hidden /> Add hours
      </Button>
      <Field label="Holidays" hint="2026-12-25, or 12-25 for every year; separated by commas.">
        {(control) => (
          <Input
            {...control}
            readOnly={locked}
            className="tabular"
            value={holidays.join(',')}
            onChange={({ target }) =>
              onChange({ holidays: target.value === '' ? [] : target.value.split(',').map((day) => day.trim()) })
            }
          />
        )}
      </Field>
    </div>
  )
}
