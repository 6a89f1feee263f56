import { cn } from '@/components/ui/cn'
import { useActorName } from '@/hooks/useColleagues'
import type { Message } from '@/shared/schemas/message'
import type { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'
import { formatClockTime, formatExactTime } from '../format/format-time'
import { Status } from '../Status'
import { Attachments } from './Attachments'
import { DeleteMessage } from './DeleteMessage'

type MessageBubbleProps = {
  message: Message
  /** The same side wrote the one before. */
  continues: boolean
  /** It is what somebody looked for. */
  sought: boolean
  onDeleted: (receipt: MessageDeletionReceipt) => void
}

/** One text as it stands with Twilio, and who sent it. An error's sentence says what to do about it. */
export function MessageBubble({ message, continues, sought, onDeleted }: MessageBubbleProps) {
  const actorName = useActorName()
  const ours = message.direction === 'outbound'
  const at = new Date(message.createdAt)
  return (
    <div
      className={cn(
        'group flex max-w-[85%] flex-col gap-1 md:max-w-[75%]',
        ours ? 'items-end self-end' : 'self-start',
        !continues && 'mt-2',
      )}
    >
      {(message.body || message.media.length === 0) && (
        <p
          dir="auto"
          title={formatExactTime(at)}
          className={cn(
            'rounded-2xl px-3.5 py-2 break-words whitespace-pre-wrap',
            ours ? 'rounded-br-md bg-accent-soft' : 'rounded-bl-md bg-sunken',
            sought && 'outline-2 outline-offset-2 outline-focus',
          )}
        >
          {message.body}
        </p>
      )}
      <Attachments media={message.media} ours={ours} />
      <p className="flex items-center gap-2 px-1 text-xs text-ink-faint">
        {ours && <span>{actorName(message.sentBy)}</span>}
        <time dateTime={message.createdAt} title={formatExactTime(at)} className="tabular">
          {formatClockTime(at)}
        </time>
        {ours && <Status message={message.status} shape="inline" />}
        {message.attempts !== undefined && <span>tried {message.attempts} times</span>}
        {message.keyword && <span className="font-medium">Keyword {message.keyword}</span>}
        <DeleteMessage message={message} onDeleted={onDeleted} />
      </p>
      {(message.errorMessage ?? message.errorCode) !== null && (
        <p className="max-w-prose rounded-lg bg-negative-soft px-3 py-2 text-sm text-ink">
          {message.errorMessage ?? 'Twilio did not deliver this text. Try again, or call.'}
          {message.errorCode !== null && <span className="text-ink-soft tabular"> (Twilio {message.errorCode})</span>}
        </p>
      )}
    </div>
  )
}
