import { CalendarClock, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { WhenThere } from '../waiting/WhenThere'

export type Plan = { at: Date; cancelIfTheyReply: boolean }

type PlannedLineProps = { plan: Plan; timeZone: string; onChange: (plan: Plan | null) => void }

/** Says that the text will not go at once, when it will, and what stops it. */
export function PlannedLine({ plan, timeZone, onChange }: PlannedLineProps) {
  return (
    <div className="mb-2 flex items-start gap-2 rounded-md bg-info-soft py-1 pr-1 pl-2.5 text-sm">
      <CalendarClock aria-hidden className="mt-1 size-4 shrink-0 text-info" />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-1 py-0.5">
        <output className="flex flex-wrap gap-x-1 text-left">
          Goes out <WhenThere at={plan.at.toISOString()} timeZone={timeZone} />
        </output>
        <label className="flex items-center gap-1.5">
          <input
            type="checkbox"
            className="accent-accent"
            checked={plan.cancelIfTheyReply}
            onChange={(event) => onChange({ ...plan, cancelIfTheyReply: event.target.checked })}
          />
          not if they reply before
        </label>
      </div>
      <Button variant="quiet" size="icon-small" label="Send it now instead" onClick={() => onChange(null)}>
        <X aria-hidden />
      </Button>
    </div>
  )
}
