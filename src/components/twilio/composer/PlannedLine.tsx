import { CalendarClock, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { WhenThere } from '../waiting/WhenThere'

export type Plan = { at: Date; cancelIfTheyReply: boolean }

type PlannedLineProps = { plan: Plan; timeZone: string; onChange: (plan: Plan | null) => void }

/** Says that the text will not go at once, when it will, and what stops it. */
export function PlannedLine({ plan, timeZone, onChange }: PlannedLineProps) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-info-soft px-2.5 py-1 text-sm">
      <CalendarClock aria-hidden className="size-4 shrink-0 text-info" />
      <output className="flex flex-wrap gap-x-1">
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
      <Button
        variant="quiet"
        size="icon-small"
        label="Send it now instead"
        className="ml-auto"
        onClick={() => onChange(null)}
      >
        <X aria-hidden />
      </Button>
    </div>
  )
}
