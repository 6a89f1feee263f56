import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil, SendHorizontal, X } from 'lucide-react'
import { useState } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { showToast } from '@/components/ui/show-toast'
import { cancelScheduledMessage, sendScheduledNow } from '@/hooks/api/scheduled-messages'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { scheduledMessageCan, type Possibility } from '@/shared/can'
import type { ScheduledMessage, ScheduledStatus } from '@/shared/schemas/scheduled-message'
import { PhoneNumber } from '../PhoneNumber'
import { Time } from '../Time'
import { toastError } from '../toast-error'
import { WhenThere } from './WhenThere'

const words: Record<ScheduledStatus, { word: string; tone: Tone }> = {
  scheduled: { word: 'Planned', tone: 'info' },
  held: { word: 'Held', tone: 'caution' },
  sending: { word: 'Sending', tone: 'info' },
  expired: { word: 'Too late: decide', tone: 'negative' },
  sent: { word: 'Sent', tone: 'positive' },
  canceled: { word: 'Canceled', tone: 'neutral' },
  refused: { word: 'Not permitted', tone: 'negative' },
  failed: { word: 'Failed', tone: 'negative' },
}

/** One text for later: to whom, when, what and why; and what can be done. */
export function WaitingRow({ text, onEdit }: { text: ScheduledMessage; onEdit: () => void }) {
  const client = useQueryClient()
  const forbidden = useForbidden()
  const [asking, setAsking] = useState<'cancel' | 'send' | null>(null)
  const renew = () => client.invalidateQueries({ queryKey: queryKeys.scheduledMessages })
  const send = useMutation({
    mutationFn: sendScheduledNow,
    onSuccess: () => showToast('Sent.'),
    onError: (error) => toastError('It was not sent.', error),
    onSettled: renew,
  })
  const cancel = useMutation({
    mutationFn: cancelScheduledMessage,
    onSuccess: () => showToast('Canceled.'),
    onError: (error) => toastError('It was not canceled.', error),
    onSettled: renew,
  })
  const { word, tone } = words[text.status]
  const name = text.contactName ?? undefined
  const isOpen = text.settledAt === null
  const reason = (can: Possibility) => forbidden('messages.send') ?? (can.possible ? undefined : can.reason)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3 lg:flex-nowrap">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name ?? <PhoneNumber value={text.to} />}</span>
          {name && <PhoneNumber value={text.to} className="text-ink-faint tabular" />}
          <Badge tone={tone}>{word}</Badge>
        </p>
        <p className="mt-0.5 line-clamp-2 break-words text-ink-soft">
          {text.body || `${text.mediaUrls.length} attachments`}
        </p>
        {text.reason && <p className="mt-1 text-sm text-ink">{text.reason}</p>}
        {isOpen && text.cancelIfTheyReply && (
          <p className="mt-0.5 text-sm text-ink-faint">Not sent if they write or call before.</p>
        )}
      </div>
      <div className="shrink-0 text-sm lg:w-68 lg:text-right">
        {isOpen ? (
          <WhenThere at={text.status === 'expired' ? text.wantedAt : text.sendAt} timeZone={text.timeZone} />
        ) : (
          <Time at={text.settledAt ?? text.createdAt} className="text-ink-faint tabular" />
        )}
      </div>
      {isOpen && (
        <div className="flex gap-1.5 max-lg:w-full">
          <Button
            size="small"
            busy={send.isPending}
            disabledReason={reason(scheduledMessageCan.sendNow(text.status))}
            onClick={() => setAsking('send')}
          >
            <SendHorizontal aria-hidden /> Send now
          </Button>
          <Button size="small" disabledReason={reason(scheduledMessageCan.change(text.status))} onClick={onEdit}>
            <Pencil aria-hidden /> Edit
          </Button>
          <Button
            size="icon-small"
            variant="quiet"
            label="Cancel this text"
            busy={cancel.isPending}
            disabledReason={reason(scheduledMessageCan.cancel(text.status))}
            onClick={() => setAsking('cancel')}
          >
            <X aria-hidden />
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking === 'send'}
        onClose={() => setAsking(null)}
        title="Send it now?"
        description={text.reason ?? 'It goes out at once, whatever the hour is there.'}
        action="Send now"
        onConfirm={() => send.mutate(text.id)}
      />
      <ConfirmDialog
        open={asking === 'cancel'}
        onClose={() => setAsking(null)}
        title="Cancel this text?"
        description="It will not be sent. Its words stay in the list of earlier ones."
        action="Cancel the text"
        onConfirm={() => cancel.mutate(text.id)}
      />
    </li>
  )
}
