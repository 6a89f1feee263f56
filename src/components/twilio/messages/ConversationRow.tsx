import { Link } from '@tanstack/react-router'
import { Avatar } from '@/components/ui/avatar'
import { CountBadge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import type { Conversation } from '@/shared/schemas/message'
import { PhoneNumber } from '../PhoneNumber'
import { Time } from '../Time'
import { OptedOutBadge } from './OptedOutBadge'

export const conversationRowHeight = 64

/** One conversation in the list: who, what last, when, and whether anybody has read it. */
export function ConversationRow({ conversation }: { conversation: Conversation }) {
  const { contactName, theirNumber, unreadCount, lastMessagePreview, lastMessageDirection } = conversation
  const unread = unreadCount > 0
  return (
    <Link
      to="/messages/$conversationId"
      params={{ conversationId: conversation.id }}
      search={(search) => search}
      data-row
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
            className={cn('ml-auto text-xs tabular', unread ? 'font-medium text-accent-ink' : 'text-ink-faint')}
          />
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <span className={cn('truncate text-sm', unread ? 'text-ink' : 'text-ink-faint')}>
            {lastMessageDirection === 'outbound' && <span className="text-ink-faint">You: </span>}
            {lastMessagePreview || 'Attachment'}
          </span>
          <span className="ml-auto">
            <CountBadge count={unreadCount} label="unread" />
          </span>
        </span>
      </span>
    </Link>
  )
}
