import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { updateScheduledMessage } from '@/hooks/api/scheduled-messages'
import { queryKeys } from '@/hooks/query-keys'
import type { ScheduledMessage } from '@/shared/schemas/scheduled-message'
import { ErrorNotice } from '../ErrorNotice'
import { SegmentCounter } from '../messages/SegmentCounter'
import { WhenThere } from './WhenThere'

/** Changes the words or the time of a text that waits. The time is typed by one's own wall and shown by the recipient's. */
export function EditWaiting({ text, onClose }: { text: ScheduledMessage; onClose: () => void }) {
  const client = useQueryClient()
  const [body, setBody] = useState(text.body)
  const [time, setTime] = useState(text.status === 'expired' ? '' : localInput(new Date(text.sendAt)))
  const [cancelIfTheyReply, setCancel] = useState(text.cancelIfTheyReply)
  const save = useMutation({
    mutationFn: updateScheduledMessage,
    onSuccess: () => {
      showToast('Saved.')
      onClose()
      return client.invalidateQueries({ queryKey: queryKeys.scheduledMessages })
    },
  })
  const isNewTime = time !== '' && time !== localInput(new Date(text.sendAt))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ id: text.id, body, cancelIfTheyReply, ...(isNewTime && { sendAt: new Date(time).toISOString() }) })
  }
  return (
    <Dialog open onClose={onClose} title="Edit the waiting text">
      <form className="grid gap-4" onSubmit={submit}>
        <div>
          <Field label="Text">
            {(control) => (
              <Textarea
                {...control}
                required={text.mediaUrls.length === 0}
                rows={4}
                maxLength={1600}
                value={body}
                onChange={(event) => setBody(event.target.value)}
              />
            )}
          </Field>
          <SegmentCounter body={body} />
        </div>
        <Field
          label="Send at, by your clock"
          hint={
            time === '' ? (
              'Choose a new time.'
            ) : (
              <WhenThere at={new Date(time).toISOString()} timeZone={text.timeZone} />
            )
          }
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              required
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
          )}
        </Field>
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1 accent-accent"
            checked={cancelIfTheyReply}
            onChange={(event) => setCancel(event.target.checked)}
          />
          Do not send it if they write or call before
        </label>
        {save.error && <ErrorNotice error={save.error} what="It was not changed." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** A moment as the platform's date and time field wants it: by one's own clock, to the minute. */
function localInput(date: Date) {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return shifted.toISOString().slice(0, 16)
}
