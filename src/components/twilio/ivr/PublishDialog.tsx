import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useFlowChanges } from '@/hooks/useFlows'
import { ErrorNotice } from '../ErrorNotice'
import { textOf } from '../text-of'
import { useEditor } from './editor'
import { IssueList } from './ProblemsPanel'

/** Makes the draft what callers hear, once nothing is wrong with it. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { flow, issues, flush, revision } = useEditor()
  const { publish } = useFlowChanges()
  const [unsaved, setUnsaved] = useState(false)
  const errors = issues.filter(({ level }) => level === 'error')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const message = textOf(new FormData(event.currentTarget), 'message')
    const isSaved = await flush()
    setUnsaved(!isSaved)
    if (!isSaved) return
    publish.mutate(
      { id: flow.id, message, revision: revision() },
      {
        onSuccess: ({ publishedVersion }) => {
          showToast(`Version ${publishedVersion} is published.`)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Publish"
      description="Calls and texts that come from now on are answered by this version. Those in the flow stay in theirs."
    >
      {errors.length > 0 ? (
        <>
          <p className="mb-2 text-negative">
            {errors.length === 1 ? 'One problem keeps' : `${errors.length} problems keep`} this flow from being
            published.
          </p>
          <IssueList issues={errors} onJump={onClose} />
        </>
      ) : (
        <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
          <Field label="What has changed" hint="For your colleagues, in the list of versions.">
            {(control) => <Input {...control} name="message" maxLength={500} />}
          </Field>
          {unsaved && (
            <p role="alert" className="text-negative">
              The draft is not saved yet.
            </p>
          )}
          {publish.error && <ErrorNotice error={publish.error} what="The flow was not published." />}
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={publish.isPending}>
              Publish version {(flow.publishedVersion ?? 0) + 1}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
