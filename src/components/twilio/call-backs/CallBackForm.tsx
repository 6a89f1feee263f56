import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useAddCallBack, useUpdateCallBack } from '@/hooks/useCallBacks'
import { useContactOf } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import type { CallBack } from '@/shared/schemas/call-back'
import { NumberField, noNumberYet } from '../contacts/NumberField'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { parsePhoneNumber } from '../format/parse-phone-number'
import { toLocalInput } from '../messages/snooze-times'
import { WhenField } from './WhenField'

type CallBackFormProps = {
  /** Whom, where that is known. */
  phoneNumber?: string | undefined
  /** One to change; null: a new one. */
  callBack?: CallBack | null
  onClose: () => void
}

/** Writes down that somebody is to be called: whom, when, what about, and whether one will do it oneself. */
export function CallBackForm({ phoneNumber, callBack = null, onClose }: CallBackFormProps) {
  const [typed, setTyped] = useState(phoneNumber ? formatPhoneNumber(phoneNumber) : '')
  const [when, setWhen] = useState(callBack?.dueAt ? toLocalInput(new Date(callBack.dueAt)) : '')
  const [wish, setWish] = useState(callBack?.wish ?? '')
  const [claimed, setClaimed] = useState(true)
  const forbidden = useForbidden()('calls.place')
  const add = useAddCallBack()
  const update = useUpdateCallBack()
  const to = callBack?.theirNumber ?? parsePhoneNumber(typed)
  const { data: contact } = useContactOf(to)
  const who = contact?.name ?? (to ? formatPhoneNumber(to) : '')
  const reason = forbidden ?? (to ? undefined : noNumberYet)
  const onSuccess = () => {
    showToast(`${who} is to be called back.`)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!to || reason !== undefined || add.isPending || update.isPending) return
    const dueAt = when === '' ? null : new Date(when).toISOString()
    if (callBack) return update.mutate({ id: callBack.id, change: { dueAt, wish: wish.trim() || null } }, { onSuccess })
    const input = { theirNumber: to, claimed, ...(dueAt && { dueAt }), ...(wish.trim() && { wish }) }
    add.mutate(input, { onSuccess })
  }
  const error = add.error ?? update.error
  return (
    <Dialog open onClose={onClose} title={callBack ? `Call back ${who}` : 'Call back'}>
      <form className="grid gap-4" onSubmit={submit}>
        {!callBack && <NumberField label="Whom" hint="A contact, or a number." value={typed} onChange={setTyped} />}
        <WhenField value={when} onChange={setWhen} timeZone={contact?.timeZone ?? null} />
        <Field label="What about">
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={wish}
              onChange={({ target }) => setWish(target.value)}
            />
          )}
        </Field>
        {!callBack && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={claimed}
              onChange={({ target }) => setClaimed(target.checked)}
            />
            I will call; otherwise whoever can
          </label>
        )}
        {error && <ErrorNotice error={error} what="It was not written down." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={add.isPending || update.isPending} disabledReason={reason}>
            {callBack ? 'Save' : 'Write it down'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
