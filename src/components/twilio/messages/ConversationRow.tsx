import { Link } from '@tanstack/react-router'
import { AlarmClock, Check } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { CountBadge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Tooltip } from '@/components/ui/tooltip'
import { useActorName } from '@/hooks/useColleagues'
import type { Conversation } from '@/shared/schemas/message'
import { formatExactTime } from '../format/format-time'
import { PhoneNumber } from '../PhoneNumber'
import { Time } from '../Time'
import { OptedOutBadge } from './OptedOutBadge'

export const conversationRowHeight = 64

/** One conversation in the list: who, what last, when, whose it is, and whether anybody has read it. */
export function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { contactName, theirNumber, unreadCount, lastMessagePreview, lastMessageDirection } = conversation
  const actorName = useActorName()
  const unread = unreadCount > 0
  return (
    <Link
      to="/messages/$conversationId"
      params={{ conversationId: conversation.id }}
      search={(search) => ({ ...search, at: undefined })}
      data-row
      data-conversation={conversation.id}
      className="flex h-full items-center gap-3 border-b px-3 outline-offset-[-2px] hover:bg-hover data-[status=active]:bg-selected"
    >
      <Avatar name={contactName} className="size-9" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cn('truncate', unread ? 'font-semibold' : 'font-medium')}>
            {contactName ?? <PhoneNumber value={theirNumber} />}
          </span>
          {conversation.optedOut && <OptedOutBadge />}
          <Time
            at={conversation.lastMessageAt}
            className={cn(
              'ml-auto shrink-0 text-xs tabular',
              unread ? 'font-medium text-accent-ink' : 'text-ink-faint',
            )}
          />
        </span>
        <span className="mt-0.5 flex h-5 items-center gap-1.5">
          <span className={cn('truncate text-sm', unread ? 'text-ink' : 'text-ink-faint')}>
            {lastMessageDirection === 'outbound' && (
              <span className="text-ink-faint">{senderName(actorName(conversation.lastOutboundBy))}: </span>
            )}
            {lastMessagePreview || 'Attachment'}
          </span>
          <span className="ml-auto flex shrink-0 items-center gap-1.5">
            <Standing conversation={conversation} />
            <CountBadge count={unreadCount} label="unread" />
          </span>
        </span>
      </span>
    </Link>
  )
}

/** Set aside, done, and whose: small, because most rows have none of it. */
function Standing({ conversation: { status, snoozedUntil, assignedTo } }: { conversation: Conversation }) {
  return (
    <>
      {status === 'snoozed' && snoozedUntil && (
        <Tooltip text={`Until ${formatExactTime(new Date(snoozedUntil))}`}>
          <span className="text-info">
            <AlarmClock aria-hidden className="size-3.5" />
            <span className="sr-only">Snoozed</span>
          </span>
        </Tooltip>
      )}
      {status === 'done' && (
        <span className="text-positive">
          <Check aria-hidden className="size-3.5" />
          <span className="sr-only">Done</span>
        </span>
      )}
      {assignedTo && (
        <Tooltip text={`Assigned to ${assignedTo.name}`}>
          <span>
            <Avatar name={assignedTo.name} className="size-5 text-[0.625rem]" />
            <span className="sr-only">Assigned to {assignedTo.name}</span>
          </span>
        </Tooltip>
      )}
    </>
  )
}

/** A person's first name; 'A script' is none. */
function senderName(name: string) {
  return name.startsWith('A ') ? name : (name.split(' ')[0] ?? name)
}
