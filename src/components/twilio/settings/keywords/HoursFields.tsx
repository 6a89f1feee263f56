import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import type { KeywordHours } from '@/shared/schemas/keyword'
import { dayWords } from './keyword-words'

const week = [1, 2, 3, 4, 5, 6, 0]

type HoursFieldsProps = {
  hours: KeywordHours | null
  timed: boolean
  onTimed: (timed: boolean) => void
  days: number[]
  onDays: (days: number[]) => void
  error: string | undefined
}

/** When a rule applies: always, or in (or outside) hours of a zone. */
export function HoursFields({ hours, timed, onTimed, days, onDays, error }: HoursFieldsProps) {
  const zone = hours?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <fieldset className="grid gap-3 rounded-md border p-3">
      <legend className="px-1 text-sm font-medium">Hours</legend>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={timed}
          onChange={(event) => onTimed(event.target.checked)}
        />
        Only at certain times
      </label>
      {timed && (
        <>
          <fieldset className="flex flex-wrap gap-x-3 gap-y-1.5">
            <legend className="sr-only">Days</legend>
            {week.map((day) => (
              <label key={day} className="flex items-center gap-1.5 text-sm">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={days.includes(day)}
                  onChange={(event) =>
                    onDays(event.target.checked ? [...days, day] : days.filter((other) => other !== day))
                  }
                />
                {dayWords[day]}
              </label>
            ))}
          </fieldset>
          {error && (
            <p role="alert" className="text-xs text-negative">
              {error}
            </p>
          )}
          <div className="grid grid-cols-2 gap-3">
            <Field label="From">
              {(control) => (
                <Input {...control} name="from" type="time" required defaultValue={hours?.from ?? '09:00'} />
              )}
            </Field>
            <Field label="To">
              {(control) => <Input {...control} name="to" type="time" required defaultValue={hours?.to ?? '17:00'} />}
            </Field>
          </div>
          <Field label="Applies">
            {(control) => (
              <Select {...control} name="when" defaultValue={hours?.when ?? 'during'}>
                <option value="during">in these hours</option>
                <option value="outside">outside these hours</option>
              </Select>
            )}
          </Field>
          <Field label="Time zone">
            {(control) => <Input {...control} name="timeZone" required defaultValue={zone} />}
          </Field>
          <Field label="Closed on" hint="Holidays, such as 2026-12-25.">
            {(control) => <Input {...control} name="closedOn" defaultValue={hours?.closedOn.join(', ')} />}
          </Field>
        </>
      )}
    </fieldset>
  )
}
