import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { addPhone } from '../api/actions.ts'
import { useAction } from '../api/use-action.ts'
import { parsePhoneNumber } from '../format/parse-phone-number.ts'
import { TimeZoneChoice } from '../handset/time-zone-choice.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'

interface Props {
  suggestion?: { phoneNumber: string; name: string }
  onAdded: (phoneNumber: string) => void
}

export const AddHandsetForm = ({ suggestion, onAdded }: Props) => {
  const [typed, setTyped] = useState(suggestion?.phoneNumber ?? '')
  const [name, setName] = useState(suggestion?.name ?? '')
  const [timeZone, setTimeZone] = useState<string | null>(null)
  const [reason, setReason] = useState<string | undefined>()
  const { busy, error, run } = useAction()

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const parsed = parsePhoneNumber(typed)
    if (!parsed.ok) {
      setReason(parsed.reason)
      return
    }
    const { phoneNumber } = parsed
    if (!(await run(() => addPhone({ phoneNumber, name: name.trim(), ...(timeZone === null ? {} : { timeZone }) }))))
      return
    setTyped('')
    setName('')
    onAdded(phoneNumber)
  }

  return (
    <form className="grid gap-3 text-left" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label="Phone number"
        type="tel"
        placeholder="+14155550123"
        hint="With + and the country code"
        value={typed}
        error={reason}
        onChange={(event) => {
          setTyped(event.target.value)
          setReason(undefined)
        }}
      />
      <Field
        label="Name (optional)"
        placeholder="Dana Reyes"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {/* The first handset asks for no more than it needs; its settings have the rest. */}
      {suggestion ? null : <TimeZoneChoice value={timeZone} onChange={setTimeZone} />}
      <Problem sentence={error} />
      <Button type="submit" look="primary" disabled={busy}>
        <Plus aria-hidden size={16} />
        Add handset
      </Button>
    </form>
  )
}
