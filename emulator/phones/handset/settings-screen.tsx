import { type FormEvent, useState } from 'react'
import { changePhone } from '../api/actions.ts'
import type { OnCall, Phone } from '../api/schemas.ts'
import { useAction } from '../api/use-action.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { OnCallChoice } from './on-call-choice.tsx'
import { TimeZoneChoice } from './time-zone-choice.tsx'

export const SettingsScreen = ({ phone }: { phone: Phone }) => {
  const [name, setName] = useState(phone.name)
  const { busy, error, run } = useAction()
  /** Shown as chosen while it is on its way; taken back if it fails. */
  const [wanted, setWanted] = useState<{ onCall: OnCall } | undefined>()
  const rename = (event: FormEvent): void => {
    event.preventDefault()
    void run(() => changePhone(phone.phoneNumber, { name: name.trim() }))
  }
  const choose = async (onCall: OnCall): Promise<void> => {
    setWanted({ onCall })
    await run(() => changePhone(phone.phoneNumber, { onCall }))
    setWanted(undefined)
  }
  return (
    <div className="grid min-h-0 flex-1 content-start gap-6 overflow-y-auto px-4 pt-1 pb-3">
      <form className="flex items-end gap-2" onSubmit={rename}>
        <Field
          className="flex-1"
          label="Name"
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          type="submit"
          disabled={busy || name.trim() === phone.name}
          title={name.trim() === phone.name ? 'This is its name already' : ''}
        >
          Save
        </Button>
      </form>
      <TimeZoneChoice
        value={phone.timeZone}
        onChange={(timeZone) => void run(() => changePhone(phone.phoneNumber, { timeZone }))}
      />
      <OnCallChoice value={wanted ? wanted.onCall : phone.onCall} onChange={(onCall) => void choose(onCall)} />
      <Problem sentence={error} />
    </div>
  )
}
