import { Paperclip, SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { Field } from '../parts/field.tsx'
import { IconButton } from '../parts/icon-button.tsx'

interface Props {
  busy: boolean
  onSend: (text: { body: string; mediaUrls?: string[] }) => Promise<boolean>
}

/** Enter sends, Shift and Enter begin a new line; a picture travels as the URL it lies at. */
export const Composer = ({ busy, onSend }: Props) => {
  const id = useId()
  const [body, setBody] = useState('')
  const [mediaUrl, setMediaUrl] = useState<string | undefined>()
  const empty = body.trim() === '' && (mediaUrl ?? '') === ''

  const send = async (): Promise<void> => {
    if (empty || busy) return
    const mediaUrls = mediaUrl === undefined || mediaUrl === '' ? {} : { mediaUrls: [mediaUrl] }
    if (!(await onSend({ body, ...mediaUrls }))) return
    setBody('')
    setMediaUrl(undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }

  return (
    <form
      className="grid gap-2 border-t border-line p-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {mediaUrl === undefined ? null : (
        <Field
          label="URL of a picture or file"
          labelHidden
          placeholder="https://… of a picture or file"
          type="url"
          value={mediaUrl}
          onChange={(event) => setMediaUrl(event.target.value)}
        />
      )}
      <div className="flex items-end gap-1">
        <IconButton
          icon={Paperclip}
          label="Attach a picture by its URL"
          aria-pressed={mediaUrl !== undefined}
          onClick={() => setMediaUrl(mediaUrl === undefined ? '' : undefined)}
        />
        <label htmlFor={id} className="sr-only">
          Text message
        </label>
        <textarea
          id={id}
          rows={1}
          value={body}
          placeholder="Text message"
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-28 min-h-9 flex-1 resize-none rounded-2xl border border-line-strong bg-surface px-3 py-1.5 text-base placeholder:text-muted sm:text-sm sm:leading-5.5"
        />
        <button
          type="submit"
          aria-label="Send"
          title={empty ? 'Write a message first' : 'Send (Enter)'}
          disabled={empty || busy}
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-white hover:bg-accent-hover disabled:bg-raised disabled:text-muted"
        >
          <SendHorizontal aria-hidden size={17} />
        </button>
      </div>
    </form>
  )
}
