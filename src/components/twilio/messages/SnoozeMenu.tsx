import { AlarmClock, AlarmClockOff, CalendarClock } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { Input } from '@/components/ui/input'
import { useNow } from '@/hooks/use-now'
import { useForbidden } from '@/hooks/useMe'
import type { Conversation } from '@/shared/schemas/message'
import { formatClockTime, formatDay, formatExactTime } from '../format/format-time'
import { snoozeTimes, toLocalInput } from './snooze-times'

type SnoozeMenuProps = {
  conversation: Conversation
  open: boolean
  onOpenChange: (open: boolean) => void
  onSnooze: (until: Date) => void
  onWake: () => void
}

/** Sets a conversation aside until a time, from a few or chosen. */
export function SnoozeMenu({ conversation, open, onOpenChange, onSnooze, onWake }: SnoozeMenuProps) {
  const now = useNow(30_000)
  const [choosing, setChoosing] = useState(false)
  const reason = useForbidden()('conversations.write')
  const { snoozedUntil } = conversation
  const label = snoozedUntil ? `Snoozed until ${formatExactTime(new Date(snoozedUntil))}` : 'Snooze'
  const trigger = (
    <Button size="icon" label={label} shortcut="s" disabledReason={reason} className={snoozedUntil ? 'text-info' : ''}>
      <AlarmClock aria-hidden />
    </Button>
  )
  if (reason) return trigger
  return (
    <>
      <DropdownMenu open={open} onOpenChange={onOpenChange} trigger={trigger}>
        {snoozedUntil && (
          <>
            <MenuItem onSelect={onWake}>
              <AlarmClockOff aria-hidden /> Back to open
            </MenuItem>
            <MenuSeparator />
          </>
        )}
        {snoozeTimes(now).map((time) => (
          <MenuItem key={time.label} onSelect={() => onSnooze(time.until)}>
            {time.label}
            <span className="ml-auto pl-6 text-sm text-ink-faint tabular">
              {dayWord(time.until, now)} {formatClockTime(time.until)}
            </span>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setChoosing(true)}>
          <CalendarClock aria-hidden /> Choose a time
        </MenuItem>
      </DropdownMenu>
      {choosing && <ChooseTime now={now} onClose={() => setChoosing(false)} onChoose={onSnooze} />}
    </>
  )
}

function dayWord(until: Date, now: Date) {
  return formatDay(until, now) === 'Today' ? '' : until.toLocaleDateString(undefined, { weekday: 'short' })
}

type ChooseTimeProps = { now: Date; onClose: () => void; onChoose: (until: Date) => void }

function ChooseTime({ now, onClose, onChoose }: ChooseTimeProps) {
  const [typed, setTyped] = useState(() => toLocalInput(snoozeTimes(now).at(-1)?.until ?? now))
  const until = new Date(typed)
  const reason = Number.isNaN(until.getTime()) || until <= now ? 'Choose a time to come.' : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    onChoose(until)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Snooze until">
      <form onSubmit={submit} className="grid gap-4">
        <Input
          type="datetime-local"
          aria-label="Until"
          value={typed}
          min={toLocalInput(now)}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="text-ink-soft">A text from them brings it back earlier.</p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabledReason={reason}>
            Snooze
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
