import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useCallControls } from '@/hooks/useCallControls'
import { NumberField, noNumberYet } from '../../contacts/NumberField'
import { ErrorNotice } from '../../ErrorNotice'
import { parsePhoneNumber } from '../../format/parse-phone-number'

/** Hands the other party over: after a word with whoever takes them, or at once. */
export function TransferDialog({ callSid, onClose }: { callSid: string; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const { change, consult } = useCallControls()
  const to = parsePhoneNumber(typed)
  const reason = to ? undefined : noNumberYet
  const isBusy = consult.isPending || change.isPending
  const talkFirst = (event: FormEvent) => {
    event.preventDefault()
    if (to && !isBusy) consult.mutate({ callSid, to }, { onSuccess: onClose })
  }
  const atOnce = () => {
    if (to) change.mutate({ callSid, change: { transferTo: to } }, { onSuccess: onClose })
  }
  const error = consult.error ?? change.error
  return (
    <Dialog open onClose={onClose} title="Transfer">
      <form className="grid gap-4" onSubmit={talkFirst}>
        <NumberField
          label="To"
          hint="Talk first: they hear music until you hand them over. At once: you are released."
          value={typed}
          onChange={setTyped}
        />
        {error && <ErrorNotice error={error} what="They were not transferred." />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button busy={change.isPending} disabledReason={reason} onClick={atOnce}>
            At once
          </Button>
          <Button type="submit" variant="primary" busy={consult.isPending} disabledReason={reason}>
            Talk first
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
