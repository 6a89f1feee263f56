import { Plus, Trash2 } from 'lucide-react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useEditor } from '../editor'
import { type PropertyProps, wordsOf } from './property-props'

const Hours = z.array(z.looseObject({ days: z.array(z.number()), from: z.string(), to: z.string() })).catch([])
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The week of a place: days with their hours, its zone, and the days on which nobody answers. */
export function HoursField({ state, error, onSet }: PropertyProps) {
  const { readOnly } = useEditor()
  const locked = readOnly !== undefined
  const rows = Hours.parse(state.properties.hours ?? [])
  const holidays = z
    .array(z.string())
    .catch([])
    .parse(state.properties.holidays ?? [])
  const put = (index: number, change: Record<string, unknown>) =>
    onSet(
      'hours',
      rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
    )
  return (
    <div className="grid gap-3">
      <Field label="Time zone" hint="Such as America/New_York." error={error}>
        {(control) => (
          <Input
            {...control}
            readOnly={locked}
            value={wordsOf(state.properties.time_zone)}
            onChange={({ target }) => onSet('time_zone', target.value)}
          />
        )}
      </Field>
      {rows.map((row, index) => (
        <fieldset key={index} className="grid gap-2 rounded-md border p-2">
          <legend className="sr-only">Open, row {index + 1}</legend>
          <div className="flex gap-1">
            {days.map((day, at) => {
              const isOn = row.days.includes(at + 1)
              const toggle = () =>
                put(index, {
                  days: isOn
                    ? row.days.filter((one) => one !== at + 1)
                    : [...row.days, at + 1].toSorted((one, other) => one - other),
                })
              return (
                <button
                  key={day}
                  type="button"
                  aria-pressed={isOn}
                  aria-label={dayNames[at]}
                  disabled={locked}
                  onClick={toggle}
                  className="h-7 flex-1 rounded border text-xs aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink"
                >
                  {day}
                </button>
              )
            })}
          </div>
          <div className="flex items-center gap-1.5">
            <Input
              aria-label={`From, row ${index + 1}`}
              type="time"
              readOnly={locked}
              value={row.from}
              onChange={({ target }) => put(index, { from: target.value })}
            />
            <span aria-hidden>–</span>
            <Input
              aria-label={`To, row ${index + 1}`}
              type="time"
              readOnly={locked}
              value={row.to}
              onChange={({ target }) => put(index, { to: target.value })}
            />
            <Button
              variant="quiet"
              size="icon"
              label={`Remove row ${index + 1}`}
              disabledReason={readOnly}
              onClick={() => onSet('hours', rows.toSpliced(index, 1))}
            >
              <Trash2 />
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        size="small"
        className="justify-self-start"
        disabledReason={readOnly}
        onClick={() => onSet('hours', [...rows, { days: [6], from: '09:00', to: '13:00' }])}
      >
        <Plus aria-hidden /> Add hours
      </Button>
      <Field label="Holidays" hint="2026-12-25, or 12-25 for every year; separated by commas.">
        {(control) => (
          <Input
            {...control}
            readOnly={locked}
            value={holidays.join(',')}
            onChange={({ target }) =>
              onSet('holidays', target.value === '' ? [] : target.value.split(',').map((day) => day.trim()))
            }
          />
        )}
      </Field>
    </div>
  )
}
