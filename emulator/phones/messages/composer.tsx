import { Paperclip, SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { IconButton } from '../parts/icon-button.tsx'
import { type Attached, MediaPicker } from './media-picker.tsx'

interface Props {
  busy: boolean
  onSend: (text: { body: string; mediaUrls?: string[] }) => Promise<boolean>
}

/** Enter sends, Shift and Enter begin a new line; a picture travels as the URL it lies at, or as its bytes. */
export const Composer = ({ busy, onSend }: Props) => {
  const id = useId()
  const [body, setBody] = useState('')
  const [attached, setAttached] = useState<Attached | undefined>()
  const mediaUrl = attached?.url ?? ''
  const empty = body.trim() === '' && mediaUrl === ''

  const send = async (): Promise<void> => {
    if (empty || busy) return
    const mediaUrls = mediaUrl === '' ? {} : { mediaUrls: [mediaUrl] }
    if (!(await onSend({ body, ...mediaUrls }))) return
    setBody('')
    setAttached(undefined)
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
      {attached === undefined ? null : <MediaPicker attached={attached} onChange={setAttached} />}
      <div className="flex items-end gap-1">
        <IconButton
          icon={Paperclip}
          label="Attach a picture"
          aria-pressed={attached !== undefined}
          onClick={() => setAttached(attached === undefined ? { url: '', word: '' } : undefined)}
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
