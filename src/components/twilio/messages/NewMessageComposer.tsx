import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { SendHorizontal } from 'lucide-react'
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Select, Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { sendMessage } from '@/hooks/api/messages'
import { useActionKey } from '@/hooks/use-action-key'
import { useFocusOnMount } from '@/hooks/use-focus-on-mount'
import { useForbidden } from '@/hooks/useMe'
import { useNumbers } from '@/hooks/useNumbers'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { longestText } from './longest-text'
import { SegmentCounter } from './SegmentCounter'

type NewMessageComposerProps = { to: string | null; checking: boolean; focus: boolean }

/** The first text to a number; once Twilio has answered, its conversation opens. */
export function NewMessageComposer({ to, checking, focus }: NewMessageComposerProps) {
  const [body, setBody] = useState('')
  const [from, setFrom] = useState('')
  const field = useFocusOnMount<HTMLTextAreaElement>(focus)
  const navigate = useNavigate()
  const forbidden = useForbidden()
  const { data: numbers } = useNumbers()
  const form = useRef<HTMLFormElement>(null)
  const key = useActionKey(`${to} ${from} ${body}`)
  const ours = numbers?.items.filter((number) => number.capabilities.sms) ?? []
  const send = useMutation({
    mutationFn: (recipient: string) => sendMessage({ to: recipient, body, ...(from && { from }) }, key.current()),
    onSuccess: (answer) => {
      key.renew()
      if ('conversationId' in answer) {
        const params = { conversationId: answer.conversationId }
        return navigate({ to: '/messages/$conversationId', params, replace: true })
      }
      showToast(answer.reason)
      setBody('')
    },
  })
  const reason = forbidden('messages.send') ?? blockedBy(to, body, checking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to && !reason && !send.isPending) send.mutate(to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  return (
    <form ref={form} onSubmit={submit} className="grid shrink-0 gap-2 border-t px-3 pt-2.5 pb-2 md:px-5">
      {send.error && <ErrorNotice error={send.error} what="The text was not confirmed." />}
      {ours.length > 1 && (
        <Select aria-label="Send from" value={from} onChange={(event) => setFrom(event.target.value)} className="w-fit">
          <option value="">From our main number</option>
          {ours.map((number) => (
            <option key={number.id} value={number.phoneNumber}>
              From {formatPhoneNumber(number.phoneNumber)}
            </option>
          ))}
        </Select>
      )}
      <div className="flex items-end gap-2">
        <Textarea
          aria-label="Text"
          placeholder="Write a text"
          rows={3}
          ref={field}
          value={body}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-60 min-h-20 resize-none"
        />
        <Button
          type="submit"
          variant="primary"
          size="icon"
          className="size-10"
          label="Send"
          shortcut="Enter"
          busy={send.isPending}
          disabledReason={reason}
        >
          <SendHorizontal aria-hidden />
        </Button>
      </div>
      <SegmentCounter body={body} />
    </form>
  )
}

function blockedBy(to: string | null, body: string, checking: boolean) {
  if (!to) return 'Say whom to text first.'
  if (checking) return 'Looking for an earlier conversation…'
  if (body.trim() === '') return 'Write a text first.'
  if (body.length > longestText) return 'A text can have 1,600 characters at most.'
  return undefined
}
