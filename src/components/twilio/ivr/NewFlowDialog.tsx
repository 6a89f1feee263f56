import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { useActionKey } from '@/hooks/use-action-key'
import { useFlowChanges } from '@/hooks/useFlows'
import { ErrorNotice } from '../ErrorNotice'
import { textOf } from '../text-of'
import { readStudioJson } from './read-studio-json'

/** Makes a flow: one that greets, or one exported from Studio. */
export function NewFlowDialog({ importing, onClose }: { importing: boolean; onClose: () => void }) {
  const { create } = useFlowChanges()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const key = useActionKey(text)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = textOf(new FormData(event.currentTarget), 'name')
    const read = importing ? readStudioJson(text) : null
    setWrong(read && 'wrong' in read ? read.wrong : undefined)
    if (read && 'wrong' in read) return
    create.mutate(
      { input: { name, ...(read && { definition: read.definition }) }, key: key.current() },
      { onSuccess: ({ id }) => void navigate({ to: '/flows/$flowId', params: { flowId: id } }) },
    )
  }
  return (
    <Dialog open onClose={onClose} title={importing ? 'Import from Studio' : 'New flow'}>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">{(control) => <Input {...control} name="name" required maxLength={120} />}</Field>
        {importing && (
          <>
            <Field label="File">
              {(control) => (
                <Input
                  {...control}
                  type="file"
                  accept="application/json,.json"
                  className="h-auto py-1"
                  onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
                />
              )}
            </Field>
            <Field
              label="Or its JSON"
              hint="In Studio: Trigger, Show Flow JSON. What is not known here is kept."
              error={wrong}
            >
              {(control) => (
                <Textarea
                  {...control}
                  rows={6}
                  className="font-mono text-xs"
                  value={text}
                  onChange={({ target }) => setText(target.value)}
                />
              )}
            </Field>
          </>
        )}
        {create.error && <ErrorNotice error={create.error} what="The flow was not made." />}
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={create.isPending}>
            {importing ? 'Import' : 'Make it'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
