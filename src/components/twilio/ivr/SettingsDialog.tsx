import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useFlowChanges } from '@/hooks/useFlows'
import { ErrorNotice } from '../ErrorNotice'
import { textOf } from '../text-of'
import { useEditor } from './editor'

/** The name of a flow, and its end: who is in it is served to the end. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { flow } = useEditor()
  const { rename, archive } = useFlowChanges()
  const navigate = useNavigate()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    rename.mutate({ id: flow.id, name: textOf(new FormData(event.currentTarget), 'name') }, { onSuccess: onClose })
  }
  const putAway = () =>
    archive.mutate(flow.id, {
      onSuccess: () => {
        showToast(`“${flow.name}” is put away.`)
        void navigate({ to: '/flows' })
      },
    })
  const error = rename.error ?? archive.error
  return (
    <Dialog open onClose={onClose} title="This flow">
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => <Input {...control} name="name" required maxLength={120} defaultValue={flow.name} />}
        </Field>
        {error && <ErrorNotice error={error} what="That did not work." />}
        <div className="flex justify-between gap-2">
          <Button variant="danger" busy={archive.isPending} onClick={putAway}>
            Put away
          </Button>
          <Button type="submit" variant="primary" busy={rename.isPending}>
            Rename
          </Button>
        </div>
        <p className="text-xs text-ink-faint">
          Put away, it leaves the list with its versions and tests. Callers in it are served to the end. While a number
          is answered by it, it stays.
        </p>
      </form>
    </Dialog>
  )
}
