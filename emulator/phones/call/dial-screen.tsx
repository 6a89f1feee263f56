import { Delete, Phone } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { account, phones as allPhones } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { explainNoWay } from '../desk/explain-no-way.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { parsePhoneNumber } from '../format/parse-phone-number.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { Problem } from '../parts/problem.tsx'
import { Keypad } from './keypad.tsx'
import { RecentCalls } from './recent-calls.tsx'

interface Props {
  phoneNumber: string
  unseen: number
  isShown: boolean
  error: string | undefined
  onCall: (to: string) => void
  onShow: (callSid: string) => void
}

export const DialScreen = ({ phoneNumber, unseen, isShown, error, onCall, onShow }: Props) => {
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState<string | undefined>()
  const { data } = useResource(account)
  const phones = useResource(allPhones).data ?? []

  const change = (next: string): void => {
    setTyped(next)
    setReason(undefined)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const parsed = parsePhoneNumber(typed)
    const refusal = parsed.ok ? explainNoWay(parsed.phoneNumber, phones) : parsed.reason
    if (parsed.ok && refusal === undefined) onCall(parsed.phoneNumber)
    else setReason(refusal)
  }
  // Holding 0 for + is a phone's habit; here an empty field begins with + by itself.
  const press = (key: string): void => change(typed === '' && /\d/.test(key) ? `+${key}` : typed + key)

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pt-1 pb-3">
      <form className="grid gap-3" onSubmit={submit} noValidate>
        <div className="flex items-start gap-1">
          <Field
            className="flex-1"
            label="Number to call"
            labelHidden
            placeholder="Number to call"
            type="tel"
            value={typed}
            error={reason}
            onChange={(event) => change(event.target.value)}
          />
          <IconButton
            icon={Delete}
            label="Delete last digit"
            className="mt-0.5"
            onClick={() => change(typed.slice(0, -1))}
          />
        </div>
        {data && data.phoneNumbers.length > 0 ? (
          <fieldset aria-label="The firm's numbers" className="min-w-0 -mx-1 flex gap-1.5 overflow-x-auto p-1">
            {data.phoneNumbers.map((number) => (
              <Button key={number} size="small" onClick={() => change(number)}>
                {formatPhoneNumber(number)}
              </Button>
            ))}
          </fieldset>
        ) : null}
        <Keypad label="Dial pad" onPress={press} />
        <Problem sentence={error} />
        <Button type="submit" look="good" size="large">
          <Phone aria-hidden size={18} />
          Call
        </Button>
      </form>
      <RecentCalls phoneNumber={phoneNumber} unseen={unseen} isShown={isShown} onShow={onShow} onCall={onCall} />
    </div>
  )
}
