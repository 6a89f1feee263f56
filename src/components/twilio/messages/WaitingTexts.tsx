import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CalendarClock, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { showToast } from '@/components/ui/show-toast'
import { cancelScheduledMessage, listScheduledMessages } from '@/hooks/api/scheduled-messages'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { scheduledMessageCan, type Possibility } from '@/shared/can'
import type { ScheduledMessage } from '@/shared/schemas/scheduled-message'
import { toastError } from '../toast-error'
import { EditWaiting } from '../waiting/EditWaiting'
import { WhenThere } from '../waiting/WhenThere'

/** The texts to a number that go out later, as they stand at the end of its thread. `from`: only those of this number of ours. */
export function WaitingTexts({ to, from }: { to: string; from?: string }) {
  const [editing, setEditing] = useState<ScheduledMessage | null>(null)
  const { data } = useQuery({
    queryKey: queryKeys.scheduledMessagesTo(to),
    queryFn: ({ signal }) => listScheduledMessages({ open: true, phoneNumber: to }, signal),
  })
  const texts = data?.items.filter((text) => from === undefined || text.from === from) ?? []
  if (texts.length === 0) return null
  return (
    <>
      <ul aria-label="Waiting texts" className="contents">
        {texts.map((text) => (
          <WaitingBubble key={text.id} text={text} onEdit={() => setEditing(text)} />
        ))}
      </ul>
      {editing && <EditWaiting text={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function WaitingBubble({ text, onEdit }: { text: ScheduledMessage; onEdit: () => void }) {
  const client = useQueryClient()
  const forbidden = useForbidden()('messages.send')
  const [asking, setAsking] = useState(false)
  const cancel = useMutation({
    mutationFn: cancelScheduledMessage,
    onSuccess: () => showToast('Canceled.'),
    onError: (error) => toastError('It was not canceled.', error),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.scheduledMessages }),
  })
  const reason = (can: Possibility) => forbidden ?? (can.possible ? undefined : can.reason)
  return (
    <li className="mt-2 flex max-w-[85%] flex-col items-end gap-1 self-end md:max-w-[75%]">
      <p
        dir="auto"
        className="rounded-2xl rounded-br-md border border-dashed border-info bg-surface px-3.5 py-2 break-words whitespace-pre-wrap"
      >
        {text.body || `${text.mediaUrls.length} attachments`}
      </p>
      <div className="flex flex-wrap items-center justify-end gap-x-2 px-1 text-xs text-ink-faint">
        <span className="flex items-center gap-1 font-medium text-info">
          <CalendarClock aria-hidden className="size-3.5" />{' '}
          {text.status === 'expired' ? 'Too late: decide' : 'Waiting'}
        </span>
        <span className="text-right">
          <WhenThere at={text.status === 'expired' ? text.wantedAt : text.sendAt} timeZone={text.timeZone} />
        </span>
        <span className="flex">
          <Button
            size="icon-small"
            variant="quiet"
            label="Edit this text"
            disabledReason={reason(scheduledMessageCan.change(text.status))}
            onClick={onEdit}
          >
            <Pencil aria-hidden />
          </Button>
          <Button
            size="icon-small"
            variant="quiet"
            label="Cancel this text"
            busy={cancel.isPending}
            disabledReason={reason(scheduledMessageCan.cancel(text.status))}
            onClick={() => setAsking(true)}
          >
            <X aria-hidden />
          </Button>
        </span>
      </div>
      {text.reason && <p className="max-w-prose px-1 text-right text-xs text-ink-soft">{text.reason}</p>}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Cancel this text?"
        description="It will not be sent. Its words stay in the list of earlier ones."
        action="Cancel the text"
        onConfirm={() => cancel.mutate(text.id)}
      />
    </li>
  )
}
