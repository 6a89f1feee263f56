import { Link } from '@tanstack/react-router'
import { AtSign, MessageSquareText, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { Conversation } from '@/shared/schemas/message'
import { PhoneNumber } from '../PhoneNumber'
import { Time } from '../Time'

type HitRowProps = {
  kind: 'text' | 'note' | 'mention'
  entryId: string
  conversation: Conversation
  author: string | null
  at: string
  unread?: boolean
  children: ReactNode
}

const icons = { text: MessageSquareText, note: StickyNote, mention: AtSign } as const

/** A text or note that was found, as a row that opens its conversation at that place. */
export function HitRow({ kind, entryId, conversation, author, at, unread = false, children }: HitRowProps) {
  const Icon = icons[kind]
  return (
    <Link
      to="/messages/$conversationId"
      params={{ conversationId: conversation.id }}
      search={(search) => ({ ...search, at: entryId })}
      activeOptions={{ includeSearch: true }}
      data-row
      data-conversation={conversation.id}
      className="flex h-full items-center gap-3 border-b px-3 outline-offset-[-2px] hover:bg-hover data-[status=active]:bg-selected"
    >
      <span
        aria-hidden
        className={cn(
          'grid size-9 shrink-0 place-items-center rounded-full',
          kind === 'text' ? 'bg-sunken text-ink-faint' : 'bg-caution-soft text-caution',
        )}
      >
        <Icon className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cn('truncate', unread ? 'font-semibold' : 'font-medium')}>
            {conversation.contactName ?? <PhoneNumber value={conversation.theirNumber} />}
          </span>
          <Time at={at} className="ml-auto shrink-0 text-xs text-ink-faint tabular" />
        </span>
        <span className="mt-0.5 flex h-5 items-center gap-2">
          <span className={cn('truncate text-sm', unread ? 'text-ink' : 'text-ink-soft')}>
            {author && <span className="text-ink-faint">{author}: </span>}
            {children}
          </span>
          {unread && (
            <span className="ml-auto size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">unread</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  )
}
