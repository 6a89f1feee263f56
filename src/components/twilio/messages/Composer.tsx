import { MessageSquareOff, SendHorizontal } from 'lucide-react'
import { useRef, type FormEvent, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { useForbidden } from '@/hooks/useMe'
import { useUploadMedia } from '@/hooks/useUploadMedia'
import type { Conversation } from '@/shared/schemas/message'
import { AttachButton, AttachmentPicker } from './AttachmentPicker'
import { longestText } from './longest-text'
import { SegmentCounter } from './SegmentCounter'
import { useDraft } from './use-draft'
import type { Outbox } from './use-outbox'

/** Where the next text is written. Enter sends, Shift Enter breaks the line. */
export function Composer({ conversation, outbox }: { conversation: Conversation; outbox: Outbox }) {
  const { theirNumber, ourNumber } = conversation
  const [draft, setDraft] = useDraft(conversation.id)
  const form = useRef<HTMLFormElement>(null)
  const forbidden = useForbidden()
  const reason = forbidden('messages.send')
  const upload = useUploadMedia()
  const blocked = reason ?? upload.blocked ?? blockedBy(draft, upload.urls.length)

  if (conversation.optedOut) return <OptedOutNotice />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (blocked) return
    outbox.send({ to: theirNumber, from: ourNumber, body: draft, mediaUrls: upload.urls })
    setDraft('')
    upload.clear()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  return (
    <form ref={form} onSubmit={submit} className="shrink-0 border-t px-3 pt-2.5 pb-2 md:px-5">
      <div className="mx-auto max-w-3xl">
        <AttachmentPicker upload={upload}>
          <div className="flex items-end gap-2">
            <AttachButton upload={upload} disabledReason={reason} />
            <Textarea
              aria-label="Text"
              placeholder={reason ?? 'Write a text'}
              rows={1}
              readOnly={reason !== undefined}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
              onKeyDown={onKeyDown}
              className="field-sizing-content max-h-40 min-h-10 resize-none py-2.5"
            />
            <Button
              type="submit"
              variant="primary"
              size="icon"
              className="size-10"
              label="Send"
              shortcut="Enter"
              disabledReason={blocked}
            >
              <SendHorizontal aria-hidden />
            </Button>
          </div>
        </AttachmentPicker>
        <SegmentCounter body={draft} />
      </div>
    </form>
  )
}

function blockedBy(draft: string, files: number) {
  if (draft.trim() === '' && files === 0) return 'Write a text or attach a file first.'
  if (draft.length > longestText) return 'A text can have 1,600 characters at most.'
  return undefined
}

function OptedOutNotice() {
  return (
    <div className="flex shrink-0 items-start gap-2.5 border-t bg-caution-soft px-5 py-3.5">
      <MessageSquareOff aria-hidden className="mt-0.5 size-4 shrink-0 text-caution" />
      <p>
        <span className="font-medium">This person asked not to be texted.</span> They can undo it by texting START. You
        can still call them.
      </p>
    </div>
  )
}
