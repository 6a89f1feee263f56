import { useId, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useCallControls } from '@/hooks/useCallControls'
import { useForbidden } from '@/hooks/useMe'
import { useCallSettings } from '@/hooks/useCallSettings'
import type { Call } from '@/shared/schemas/call'
import { ErrorNotice } from '../ErrorNotice'

/** What came of a call, and notes on it. */
export function CallNotes({ call, callSid }: { call: Call; callSid: string }) {
  const { change } = useCallControls()
  const forbidden = useForbidden()('calls.control')
  // What is not being written follows the call, which others change too.
  const [draft, setDraft] = useState<string | null>(null)
  const [notesDraft, setNotesDraft] = useState<string | null>(null)
  const disposition = draft ?? call.disposition ?? ''
  const notes = notesDraft ?? call.notes ?? ''
  const options = useId()
  const dispositions = useCallSettings().data?.settings.dispositions ?? []
  const isSame = disposition.trim() === (call.disposition ?? '') && notes.trim() === (call.notes ?? '')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isSame) return
    change.mutate(
      { callSid, change: { disposition: disposition.trim() || null, notes: notes.trim() || null } },
      { onSuccess: () => showToast('Written down.') },
    )
  }
  return (
    <form onSubmit={save} aria-label="Outcome" className="mt-6 grid gap-3 rounded-lg border bg-surface p-4">
      <Field label="What came of it">
        {(control) => (
          <>
            <Input
              {...control}
              list={options}
              autoComplete="off"
              maxLength={80}
              placeholder="Reached, Left voicemail, …"
              value={disposition}
              readOnly={forbidden !== undefined}
              onChange={({ target }) => setDraft(target.value)}
            />
            <datalist id={options}>
              {dispositions.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label="Notes">
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={4000}
            value={notes}
            readOnly={forbidden !== undefined}
            onChange={({ target }) => setNotesDraft(target.value)}
          />
        )}
      </Field>
      {change.error && <ErrorNotice error={change.error} what="It was not written down." />}
      <Button
        type="submit"
        className="justify-self-start"
        busy={change.isPending}
        disabledReason={forbidden ?? (isSame ? 'Nothing has changed.' : undefined)}
      >
        Save
      </Button>
    </form>
  )
}
