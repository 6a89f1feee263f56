import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Select } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { ApiError } from '@/hooks/api/api-error'
import { sendMessage } from '@/hooks/api/messages'
import { queryKeys } from '@/hooks/query-keys'
import { useActionKey } from '@/hooks/use-action-key'
import { useNumbers } from '@/hooks/useNumbers'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { newTextKey } from '../messages/use-draft'
import { Composer, type Written } from './Composer'

type FirstTextComposerProps = { to: string | null; name: string | null; checking: boolean; focus: boolean }

/** Writes the first text to a number; once Twilio has answered, its conversation opens. */
export function FirstTextComposer({ to, name, checking, focus }: FirstTextComposerProps) {
  const [from, setFrom] = useState('')
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: numbers } = useNumbers()
  const key = useActionKey(`${to} ${from}`)
  const ours = numbers?.items.filter((number) => number.capabilities.sms) ?? []
  const send = useMutation({
    mutationFn: ({ written, recipient }: { written: Written; recipient: string; clear: () => void }) => {
      const { body, mediaUrls, later } = written
      // Nothing of theirs was seen: who has answered them meanwhile stops it.
      const seen = later ? {} : { lastSeenMessageId: null }
      const text = { to: recipient, body, mediaUrls: [...mediaUrls], ...seen, ...later, ...(from && { from }) }
      return sendMessage(text, key.current(JSON.stringify(written)))
    },
    onSuccess: async (answer, { clear }) => {
      key.renew()
      clear()
      if ('conversationId' in answer) {
        const params = { conversationId: answer.conversationId }
        await navigate({ to: '/messages/$conversationId', params, replace: true })
        return
      }
      showToast(answer.reason)
      await client.invalidateQueries({ queryKey: queryKeys.scheduledMessages })
    },
    // Their conversation is there by now: it opens, with what was written.
    onError: (error) =>
      error instanceof ApiError && error.code === 'stale_thread'
        ? client.invalidateQueries({ queryKey: ['conversations', 'with'] })
        : undefined,
  })
  return (
    <Composer
      draftKey={newTextKey}
      to={to}
      from={from || undefined}
      name={name}
      focus={focus}
      busy={send.isPending}
      blocked={blockedBy(to, checking)}
      onSend={(written, clear) => to && send.mutate({ written, recipient: to, clear })}
    >
      {send.error && <ErrorNotice error={send.error} what="The text was not confirmed." className="mb-2" />}
      {ours.length > 1 && (
        <Select
          aria-label="Send from"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          className="mb-2 w-fit"
        >
          <option value="">From our main number</option>
          {ours.map((number) => (
            <option key={number.id} value={number.phoneNumber}>
              From {formatPhoneNumber(number.phoneNumber)}
            </option>
          ))}
        </Select>
      )}
    </Composer>
  )
}

function blockedBy(to: string | null, checking: boolean) {
  if (!to) return 'Say whom to text first.'
  if (checking) return 'Looking for an earlier conversation…'
  return undefined
}
