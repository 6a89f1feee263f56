import { Link } from '@tanstack/react-router'
import { History, MessageSquareReply, MessageSquareText } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { itemsOf } from '@/hooks/cache/pages'
import { useCalls } from '@/hooks/useCalls'
import { useConversations } from '@/hooks/useConversations'
import type { Conversation } from '@/shared/schemas/message'
import { CallRow, callRowHeight } from '../calls/CallRow'
import { ErrorNotice } from '../ErrorNotice'
import { FirstStep } from '../FirstStep'
import { PhoneNumber } from '../PhoneNumber'
import { RowSkeletons } from '../RowSkeletons'
import { Time } from '../Time'
import { recentActivity } from './recent-activity'

/** Calls and texts together, newest first. */
export function RecentActivityCard() {
  const calls = useCalls()
  const conversations = useConversations()
  const error = calls.error ?? conversations.error
  const isPending = calls.isPending || conversations.isPending
  const activity = recentActivity(itemsOf(calls.data), itemsOf(conversations.data), 14)
  const retry = () => void Promise.all([calls.refetch(), conversations.refetch()])
  return (
    <Card title="Recent activity">
      {error && activity.length === 0 && (
        <ErrorNotice error={error} what="The activity could not be read." onRetry={retry} className="m-4" />
      )}
      {!error && isPending && <RowSkeletons rowHeight={callRowHeight} />}
      {!error && !isPending && activity.length === 0 && (
        <EmptyState icon={History} title="Nothing happened yet">
          <FirstStep action="text" />
        </EmptyState>
      )}
      <ul aria-label="Recent activity" className="@container [&>li:last-child>*]:border-b-0">
        {activity.map((entry) => (
          <li key={entry.id} style={{ height: callRowHeight }}>
            {entry.kind === 'call' ? <CallRow call={entry.call} /> : <TextRow conversation={entry.conversation} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function TextRow({ conversation }: { conversation: Conversation }) {
  const inbound = conversation.lastMessageDirection === 'inbound'
  const Icon = inbound ? MessageSquareText : MessageSquareReply
  return (
    <Link
      to="/messages/$conversationId"
      params={{ conversationId: conversation.id }}
      className="flex h-full items-center gap-3 border-b px-4 outline-offset-[-2px] hover:bg-hover"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="sr-only">{inbound ? 'Text received' : 'Text sent by us'}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {conversation.contactName ?? <PhoneNumber value={conversation.theirNumber} />}
        </span>
        <span className="block truncate text-sm text-ink-faint">
          {!inbound && 'You: '}
          {conversation.lastMessagePreview || 'Attachment'}
        </span>
      </span>
      <Time at={conversation.lastMessageAt} className="w-16 text-right text-sm text-ink-faint tabular" />
    </Link>
  )
}
