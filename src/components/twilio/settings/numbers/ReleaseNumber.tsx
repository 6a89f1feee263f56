import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useNumberChanges } from '@/hooks/useNumbers'
import type { OurNumber } from '@/shared/schemas/number'
import { ErrorNotice } from '../../ErrorNotice'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { parsePhoneNumber } from '../../format/parse-phone-number'

/** Gives a number back to Twilio, once it has been written out. */
export function ReleaseNumber({ number }: { number: OurNumber }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [force, setForce] = useState(false)
  const { release } = useNumberChanges()
  const navigate = useNavigate()
  const reason = useForbidden()('numbers.write')
  const shown = formatPhoneNumber(number.phoneNumber)
  const isWritten = parsePhoneNumber(typed) === number.phoneNumber
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWritten) return
    release.mutate(
      { id: number.id, confirm: number.phoneNumber, force },
      {
        onSuccess: () => {
          showToast(`${shown} is given back.`)
          void navigate({ to: '/settings/numbers' })
        },
      },
    )
  }
  return (
    <>
      <Button variant="quiet" disabledReason={reason} onClick={() => setOpen(true)}>
        Give back …
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Give ${shown} back?`}
        description="Somebody else may get it. Its calls and texts stay here; nobody reaches you on it any more."
      >
        <form className="grid gap-4" onSubmit={submit}>
          <Field label={`Write ${shown} to confirm`}>
            {(control) => (
              <Input
                {...control}
                type="tel"
                autoComplete="off"
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
          <label className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={force}
              onChange={({ target }) => setForce(target.checked)}
            />
            Also while something still uses it
          </label>
          {release.error && <ErrorNotice error={release.error} what="The number was not given back." />}
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button
              type="submit"
              variant="danger"
              busy={release.isPending}
              disabledReason={isWritten ? undefined : 'Write the number first.'}
            >
              Give back
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
