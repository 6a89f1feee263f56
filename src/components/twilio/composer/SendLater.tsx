import { CalendarClock, Clock } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useNow } from '@/hooks/use-now'
import { WhenThere } from '../waiting/WhenThere'
import { fromWallInput, sendTimes, toWallInput } from './send-times'

type SendLaterProps = {
  /** Where the recipient most likely is. */
  timeZone: string
  onChoose: (at: Date) => void
  disabledReason?: string | undefined
}

/** Chooses when a text goes out, by the wall where its recipient is. */
export function SendLater({ timeZone, onChoose, disabledReason }: SendLaterProps) {
  const now = useNow(30_000)
  const [choosing, setChoosing] = useState(false)
  const trigger = (
    <Button variant="quiet" size="icon" className="h-10" label="Send later" disabledReason={disabledReason}>
      <Clock aria-hidden />
    </Button>
  )
  if (disabledReason !== undefined) return trigger
  return (
    <>
      <DropdownMenu side="top" trigger={trigger}>
        {sendTimes(now, timeZone).map(({ label, at }) => (
          <MenuItem key={label} onSelect={() => onChoose(at)}>
            {label}
            <span className="ml-auto pl-6 text-sm text-ink-faint tabular">{clockThere(at, timeZone)}</span>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setChoosing(true)}>
          <CalendarClock aria-hidden /> Choose a time
        </MenuItem>
      </DropdownMenu>
      {choosing && <ChooseTime now={now} timeZone={timeZone} onClose={() => setChoosing(false)} onChoose={onChoose} />}
    </>
  )
}

function clockThere(at: Date, timeZone: string) {
  return at.toLocaleString(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone })
}

type ChooseTimeProps = { now: Date; timeZone: string; onClose: () => void; onChoose: (at: Date) => void }

const longestAhead = 35 * 24 * 60 * 60_000

function ChooseTime({ now, timeZone, onClose, onChoose }: ChooseTimeProps) {
  const [typed, setTyped] = useState(() => toWallInput(sendTimes(now, timeZone).at(-1)?.at ?? now, timeZone))
  const at = fromWallInput(typed, timeZone)
  const reason = problemOf(at, now)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason !== undefined || at === null) return
    onChoose(at)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title="Send later">
      <form onSubmit={submit} className="grid gap-4">
        <Field
          label={`By the clock in ${timeZone.split('/').at(-1)?.replaceAll('_', ' ')}, where they are`}
          hint={at && <WhenThere at={at.toISOString()} timeZone={timeZone} />}
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              required
              value={typed}
              min={toWallInput(now, timeZone)}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabledReason={reason}>
            Choose
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function problemOf(at: Date | null, now: Date) {
  if (at === null || at <= now) return 'Choose a time to come.'
  if (at.getTime() > now.getTime() + longestAhead) return 'A text can be planned 35 days ahead at most.'
  return undefined
}
