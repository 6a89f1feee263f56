import { Input } from '@/components/ui/input'
import type { Hours } from '@/shared/schemas/permission-rules'

type HoursFieldsProps = {
  label: string
  value: Hours | null
  readOnly: boolean
  onChange: (value: Hours | null) => void
}

const usual: Hours = { from: '08:00', to: '21:00' }

/** From and to on one kind of day, or not at all. */
export function HoursFields({ label, value, readOnly, onChange }: HoursFieldsProps) {
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{label}</legend>
      <label className="flex w-32 items-center gap-2">
        <input
          type="checkbox"
          className="accent-accent"
          checked={value !== null}
          disabled={readOnly}
          onChange={(event) => onChange(event.target.checked ? usual : null)}
        />
        {label}
      </label>
      {value ? (
        <span className="flex items-center gap-2 text-ink-soft">
          <Input
            type="time"
            required
            aria-label={`${label}: from`}
            className="w-34 tabular"
            value={value.from}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...value, from: event.target.value })}
          />
          to
          <Input
            type="time"
            required
            aria-label={`${label}: to`}
            className="w-34 tabular"
            value={value.to}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...value, to: event.target.value })}
          />
        </span>
      ) : (
        <span className="text-ink-faint">Nothing goes out by itself.</span>
      )}
    </fieldset>
  )
}
