import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/show-toast'
import { useActionKey } from '@/hooks/use-action-key'
import { useForbidden } from '@/hooks/useMe'
import { usePlaceCall } from '@/hooks/usePlaceCall'
import { NumberField, noNumberYet } from '../../contacts/NumberField'
import { ErrorNotice } from '../../ErrorNotice'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { parsePhoneNumber } from '../../format/parse-phone-number'
import { useEditor } from '../editor'

const remembered = 'eva flow trial phone'

/** Rings a phone, which hears the flow as it is published. */
export function CallNow() {
  const { flow } = useEditor()
  const [typed, setTyped] = useState(() => localStorage.getItem(remembered) ?? '')
  const forbidden = useForbidden()('calls.place')
  const place = usePlaceCall()
  const to = parsePhoneNumber(typed)
  const key = useActionKey(`${flow.id} ${to}`)
  const reason =
    forbidden ??
    (flow.publishedVersion === null ? 'Publish the flow first: a phone hears what is published.' : undefined) ??
    (to ? undefined : noNumberYet)
  const call = (event: FormEvent) => {
    event.preventDefault()
    if (!to || reason !== undefined || place.isPending) return
    place.mutate(
      { input: { to, flowId: flow.id }, key: key.current() },
      {
        onSuccess: () => {
          key.renew()
          localStorage.setItem(remembered, formatPhoneNumber(to))
          showToast(`${formatPhoneNumber(to)} is being called.`)
        },
      },
    )
  }
  return (
    <form className="sticky bottom-0 mt-auto grid gap-2 border-t bg-surface p-3" onSubmit={call}>
      <NumberField
        label="Call a phone"
        hint={
          flow.publishedVersion === null
            ? 'It will hear the flow once it is published.'
            : `It hears version ${flow.publishedVersion}, as published. With the local Twilio it rings on the Phones page.`
        }
        value={typed}
        onChange={setTyped}
      />
      {place.error && <ErrorNotice error={place.error} what="The phone was not called." />}
      <Button type="submit" className="justify-self-start" busy={place.isPending} disabledReason={reason}>
        Call it now
      </Button>
    </form>
  )
}
