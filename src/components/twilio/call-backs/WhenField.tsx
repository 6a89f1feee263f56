import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useNow } from '@/hooks/use-now'
import { snoozeTimes, toLocalInput } from '../messages/snooze-times'
import { WhenThere } from '../waiting/WhenThere'

type WhenFieldProps = {
  /** As an input of the kind datetime-local writes it; empty: as soon as somebody can. */
  value: string
  onChange: (typed: string) => void
  /** Where they are, if that is known. */
  timeZone: string | null
}

/** For when: a few times in one press, or any other; by one's own clock, and what it is then where they are. */
export function WhenField({ value, onChange, timeZone }: WhenFieldProps) {
  const now = useNow(30_000)
  const at = new Date(value)
  const isMoment = !Number.isNaN(at.getTime())
  const choices = [
    { label: 'Soon', at: '' },
    ...snoozeTimes(now)
      .slice(0, 4)
      .map(({ label, until }) => ({ label, at: toLocalInput(until) })),
  ]
  const hint =
    isMoment && timeZone ? <WhenThere at={at.toISOString()} timeZone={timeZone} /> : 'Empty: as soon as somebody can.'
  return (
    <div className="grid gap-2">
      <Field label="When, by your clock" hint={hint} error={isMoment && at < now ? 'This is past.' : undefined}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={value}
            min={toLocalInput(now)}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      <fieldset aria-label="Times" className="flex flex-wrap gap-1.5">
        {choices.map((choice) => (
          <Button
            key={choice.label}
            size="small"
            aria-pressed={choice.at === value}
            className={choice.at === value ? 'bg-selected' : undefined}
            onClick={() => onChange(choice.at)}
          >
            {choice.label}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
