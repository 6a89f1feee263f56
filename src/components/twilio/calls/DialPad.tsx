import { useNavigate } from '@tanstack/react-router'
import { CalendarPlus, Delete, Phone } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Input, Select } from '@/components/ui/input'
import { useActionKey } from '@/hooks/use-action-key'
import { useContactOf } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import { useNumbers } from '@/hooks/useNumbers'
import { usePlaceCall } from '@/hooks/usePlaceCall'
import { noNumberYet } from '../contacts/NumberField'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { parsePhoneNumber } from '../format/parse-phone-number'
import { useDashboardActions } from '../shell/dashboard-actions'
import { CallFromBrowser } from '../phone/CallFromBrowser'
import { CallOptions, useCallOptions } from './CallOptions'

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const

/** Calls a number: typed, pasted or tapped. */
export function DialPad({ phoneNumber, onClose }: { phoneNumber: string | undefined; onClose: () => void }) {
  const [typed, setTyped] = useState(phoneNumber ? formatPhoneNumber(phoneNumber) : '')
  const [from, setFrom] = useState<string>()
  const { data: numbers } = useNumbers()
  const navigate = useNavigate()
  const forbidden = useForbidden()
  const { planCallBack } = useDashboardActions()
  const place = usePlaceCall()
  const to = parsePhoneNumber(typed)
  const { data: contact } = useContactOf(to)
  const [options, setOptions] = useCallOptions()
  const key = useActionKey(`${to} ${from} ${options.ringFirst}`)
  const ours = numbers?.items.filter((number) => number.capabilities.voice) ?? []

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!to || place.isPending) return
    place.mutate(
      { input: { to, ...(from && { from }), ...options.input }, key: key.current() },
      {
        onSuccess: (call) => {
          key.renew()
          onClose()
          if (call.callSid) void navigate({ to: '/calls/$callSid', params: { callSid: call.callSid } })
        },
      },
    )
  }
  const reason = forbidden('calls.place') ?? (to ? undefined : noNumberYet)
  return (
    <Dialog open onClose={onClose} title="Call" className="max-w-76">
      <form onSubmit={submit} className="grid gap-3">
        <div>
          <Input
            aria-label="Number to call"
            type="tel"
            autoComplete="off"
            placeholder="Number"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="h-11 text-center text-lg"
          />
          <p className="mt-1 h-5 truncate text-center text-sm text-ink-faint">{contact?.name ?? ''}</p>
        </div>
        <div className="grid grid-cols-3 gap-1.5">
          {keys.map(([digit, letters]) => (
            <button
              key={digit}
              type="button"
              onClick={() => setTyped((text) => text + digit)}
              className="flex h-11 flex-col items-center justify-center rounded-lg bg-sunken hover:bg-hover active:bg-selected"
            >
              <span className="text-lg leading-5 font-medium tabular">{digit}</span>
              {letters && (
                <span aria-hidden className="text-[0.625rem] leading-3 text-ink-faint">
                  {letters}
                </span>
              )}
            </button>
          ))}
        </div>
        {ours.length > 1 && (
          <Select
            aria-label="Call from"
            value={from ?? ''}
            onChange={(event) => setFrom(event.target.value || undefined)}
          >
            <option value="">From our main number</option>
            {ours.map((number) => (
              <option key={number.id} value={number.phoneNumber}>
                From{' '}
                {number.friendlyName === number.phoneNumber
                  ? formatPhoneNumber(number.phoneNumber)
                  : number.friendlyName}
              </option>
            ))}
          </Select>
        )}
        <CallOptions options={options} onChange={setOptions} />
        <CallFromBrowser to={to} from={from} reason={reason} onCalled={onClose} />
        {place.error && <ErrorNotice error={place.error} what="The call was not placed." />}
        <div className="flex gap-2">
          <Button
            type="submit"
            variant="positive"
            size="large"
            className="flex-1"
            busy={place.isPending}
            disabledReason={reason}
          >
            <Phone aria-hidden /> Call
          </Button>
          <Button
            size="large"
            className="px-3"
            label="Call back later"
            disabledReason={forbidden('calls.place')}
            onClick={() => planCallBack(to ?? undefined)}
          >
            <CalendarPlus aria-hidden />
          </Button>
          <Button
            size="large"
            className="px-3"
            label="Delete the last digit"
            onClick={() => setTyped((text) => text.slice(0, -1))}
          >
            <Delete aria-hidden />
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
