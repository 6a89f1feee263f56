import { CircleAlert } from 'lucide-react'
import type { Message } from '../api/schemas.ts'
import { formatExactTime, formatTime } from '../format/format-time.ts'
import { MessageMedia } from './message-media.tsx'

const failed = new Set(['failed', 'undelivered', 'canceled'])

const DeliveryLine = ({ message }: { message: Message }) => {
  const bad = failed.has(message.status) || message.errorCode !== ''
  return (
    <p className={`mt-0.5 flex items-center gap-1 px-1 text-xs ${bad ? 'text-bad-ink' : 'text-muted'}`}>
      {bad ? <CircleAlert aria-hidden size={12} /> : null}
      <time dateTime={message.at} title={formatExactTime(message.at)}>
        {formatTime(message.at)}
      </time>
      <span>
        · {message.status}
        {message.errorCode === '' ? '' : ` (error ${message.errorCode})`}
      </span>
    </p>
  )
}

export const MessageBubble = ({ message }: { message: Message }) => {
  const sent = message.direction === 'sent'
  return (
    <li className={`flex max-w-[85%] flex-col ${sent ? 'items-end self-end' : 'items-start self-start'}`}>
      <div
        className={`rounded-2xl px-3 py-2 whitespace-pre-wrap wrap-anywhere ${sent ? 'rounded-br-md bg-accent text-white' : 'rounded-bl-md bg-raised'}`}
      >
        <span className="sr-only">{sent ? 'Sent: ' : 'Received: '}</span>
        {message.body}
        {message.media.map((media, index) => (
          <MessageMedia key={`${media.url} ${String(media.isStored)}`} media={media} place={index + 1} />
        ))}
      </div>
      <DeliveryLine message={message} />
    </li>
  )
}
