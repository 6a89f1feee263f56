import { useRef, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useTemplateChanges } from '@/hooks/useTemplates'
import type { Template } from '@/shared/schemas/template'
import { ErrorNotice } from '../../ErrorNotice'
import { SegmentCounter } from '../../messages/SegmentCounter'
import { ownVariablesOf } from './own-variables-of'
import { TemplatePreview } from './TemplatePreview'
import { TemplateVersions } from './TemplateVersions'
import { VariableChips } from './VariableChips'

/** Writes a template: its words, what somebody would read, and what it said before. */
export function TemplateDialog({ template, onClose }: { template: Template | null; onClose: () => void }) {
  const { save } = useTemplateChanges()
  const [name, setName] = useState(template?.name ?? '')
  const [body, setBody] = useState(template?.body ?? '')
  const words = useRef<HTMLTextAreaElement>(null)
  const reason = useForbidden()('templates.write')
  const own = ownVariablesOf(body)
  const put = (input: { name: string; body: string }, done: string) =>
    save.mutate(
      { id: template?.id ?? null, input },
      {
        onSuccess: () => {
          showToast(done)
          onClose()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reason && !save.isPending) put({ name, body }, `“${name.trim()}” is saved.`)
  }
  const insert = (variable: string) => {
    const area = words.current
    const at = area?.selectionStart ?? body.length
    const written = `{{ ${variable} }}`
    setBody(body.slice(0, at) + written + body.slice(area?.selectionEnd ?? at))
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(at + written.length, at + written.length)
    })
  }
  return (
    <Dialog
      open
      shape="panel"
      onClose={onClose}
      title={template ? 'Edit the template' : 'Add a template'}
      className="w-[min(34rem,100vw)]"
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              readOnly={reason !== undefined}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Field label="Text">
            {(control) => (
              <Textarea
                {...control}
                ref={words}
                required
                rows={5}
                maxLength={1600}
                readOnly={reason !== undefined}
                value={body}
                onChange={(event) => setBody(event.target.value)}
              />
            )}
          </Field>
          {body !== '' && <SegmentCounter body={body} />}
        </div>
        <div className="grid gap-1.5">
          <VariableChips own={own} onInsert={insert} />
          <p className="text-xs text-ink-faint">
            A name of your own, such as {'{{ day }}'}, is asked for when the text is sent. Without it nothing goes out.
          </p>
        </div>
        <TemplatePreview body={body} own={own} />
        {save.error && <ErrorNotice error={save.error} what="The template was not saved." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
      {template && (
        <section aria-label="What it said before" className="mt-6 grid gap-2">
          <h3 className="text-sm font-semibold">Versions</h3>
          <TemplateVersions
            template={template}
            reason={reason}
            onRestore={(version) =>
              put({ name: version.name, body: version.body }, `It says again what version ${version.version} said.`)
            }
          />
        </section>
      )}
    </Dialog>
  )
}
