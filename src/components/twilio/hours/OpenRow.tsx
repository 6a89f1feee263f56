import { Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'

export type OpenHours = { days: number[]; from: string; to: string }

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

type OpenRowProps = {
  row: OpenHours
  position: number
  readOnly: string | undefined
  onChange: (row: OpenHours) => void
  onRemove: () => void
}

/** Days of the week that share their hours. */
export function OpenRow({ row, position, readOnly, onChange, onRemove }: OpenRowProps) {
  const locked = readOnly !== undefined
  const toggle = (day: number) =>
    onChange({
      ...row,
      days: row.days.includes(day)
        ? row.days.filter((one) => one !== day)
        : [...row.days, day].toSorted((one, other) => one - other),
    })
  return (
    <fieldset className="grid gap-2 rounded-md border p-2">
      <legend className="sr-only">Open, row {position}</legend>
      <div className="flex gap-1">
        {days.map((day, index) => (
          <button
            key={day}
            type="button"
            aria-pressed={row.days.includes(index + 1)}
            disabled={locked}
            onClick={() => toggle(index + 1)}
            className="h-7 flex-1 rounded border text-xs aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
          >
            <span aria-hidden>{day}</span>
            <span className="sr-only">{dayNames[index]}</span>
          </button>
        ))}
      </div>
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={`From, row ${position}`}
          type="time"
          readOnly={locked}
          value={row.from}
          onChange={({ target }) => onChange({ ...row, from: target.value })}
        />
        <span aria-hidden>–</span>
        {/* Midnight ends a day as 24:00, which a clock of the platform shows as 00:00. */}
        <Input
          aria-label={`To, row ${position}`}
          type="time"
          readOnly={locked}
          value={row.to === '24:00' ? '00:00' : row.to}
          onChange={({ target }) => onChange({ ...row, to: target.value === '00:00' ? '24:00' : target.value })}
        />
        <Button
          variant="quiet"
          size="icon"
          label={`Remove row ${position}`}
          disabledReason={readOnly}
          onClick={onRemove}
        >
          <Trash2 />
        </Button>
      </div>
    </fieldset>
  )
}
