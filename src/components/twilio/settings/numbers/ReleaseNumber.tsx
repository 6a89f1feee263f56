import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useNumberChanges, useUsesOfNumber } from '@/hooks/useNumbers'
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
  const uses = useUsesOfNumber(number.id, open)
  const used = uses.data?.items ?? []
  const navigate = useNavigate()
  const reason = useForbidden()('numbers.write')
  const shown = formatPhoneNumber(number.phoneNumber)
  const isWritten = parsePhoneNumber(typed) === number.phoneNumber
  const whyNot = !isWritten
    ? 'Write the number first.'
    : uses.isPending
      ? 'What uses it is being looked up.'
      : used.length > 0 && !force
        ? 'Say that it may go although it is used.'
        : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (whyNot !== undefined) return
    // Not a callback of this component: the number may be gone from the list, and with it this dialog, before the answer is here.
    release.mutateAsync({ id: number.id, confirm: number.phoneNumber, force }).then(
      () => {
        showToast(`${shown} is given back.`)
        void navigate({ to: '/settings/numbers' })
      },
      () => undefined,
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
          {used.length > 0 && (
            <section aria-label="What uses it" className="grid gap-1 rounded-md bg-caution-soft p-3 text-sm">
              <p className="font-medium text-caution">It is still used</p>
              <ul className="grid gap-0.5">
                {used.map((use) => (
                  <li key={use} className="wrap-anywhere first-letter:uppercase">
                    {use}
                  </li>
                ))}
              </ul>
              <label className="mt-1 flex items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  checked={force}
                  onChange={({ target }) => setForce(target.checked)}
                />
                Give it back all the same
              </label>
            </section>
          )}
          {uses.error && <ErrorNotice error={uses.error} what="What uses it could not be looked up." />}
          {release.error && <ErrorNotice error={release.error} what="The number was not given back." />}
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant="danger" busy={release.isPending} disabledReason={whyNot}>
              Give back
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
