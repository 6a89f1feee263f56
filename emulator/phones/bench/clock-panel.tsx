import { type FormEvent, useId, useState } from 'react'
import { setClock } from '../api/actions.ts'
import { clock } from '../api/resources.ts'
import { useAction } from '../api/use-action.ts'
import { useResource } from '../api/use-resource.ts'
import { formatDay, formatExactTime, formatTimeWithSeconds } from '../format/format-time.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { useTickingTime } from './use-ticking-time.ts'

const modes = [
  { mode: 'real', word: 'Runs' },
  { mode: 'virtual', word: 'Stands still' },
] as const

const steps = [
  { word: '+1 min', ms: 60_000 },
  { word: '+15 min', ms: 900_000 },
  { word: '+1 h', ms: 3_600_000 },
  { word: '+1 day', ms: 86_400_000 },
] as const

const msPerSecond = 1000

export const ClockPanel = () => {
  const name = useId()
  const { data, error: unread } = useResource(clock)
  const { busy, error, run } = useAction()
  const [seconds, setSeconds] = useState('30')
  const now = useTickingTime(data)
  const custom = Number(seconds)

  const advance = (advanceMs: number): void => void run(() => setClock({ advanceMs }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (custom > 0) advance(custom * msPerSecond)
  }

  return (
    <section aria-labelledby={`${name}-title`} className="grid gap-3">
      <div className="flex items-baseline justify-between">
        <h3 id={`${name}-title`} className="font-semibold">
          Clock
        </h3>
        {now === undefined ? null : (
          <time dateTime={now} title={formatExactTime(now)} className="text-lg font-medium">
            <span className="mr-2 text-sm font-normal text-muted">{formatDay(now)}</span>
            {formatTimeWithSeconds(now)}
          </time>
        )}
      </div>
      <div role="radiogroup" aria-label="Clock mode" className="grid grid-cols-2 gap-1 rounded-lg bg-raised p-1">
        {modes.map(({ mode, word }) => (
          <label
            key={mode}
            className="rounded-md py-1.5 text-center text-muted has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-xs has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={data?.mode === mode}
              onChange={() => void run(() => setClock({ mode }))}
            />
            {word}
          </label>
        ))}
      </div>
      <fieldset className="grid grid-cols-4 gap-1.5" aria-label="Move the clock on">
        {steps.map(({ word, ms }) => (
          <Button key={word} size="small" className="px-1" disabled={busy} onClick={() => advance(ms)}>
            {word}
          </Button>
        ))}
      </fieldset>
      <form className="flex items-end gap-2" onSubmit={submit}>
        <Field
          className="flex-1"
          label="Move on by seconds"
          type="number"
          min={1}
          value={seconds}
          onChange={(event) => setSeconds(event.target.value)}
        />
        <Button type="submit" disabled={busy || !(custom > 0)}>
          Move on
        </Button>
      </form>
      <Problem sentence={error ?? unread} />
    </section>
  )
}
