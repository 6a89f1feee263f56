import { Link } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { itemsOf } from '@/hooks/cache/pages'
import { useConversations } from '@/hooks/useConversations'
import { ErrorNotice } from '../ErrorNotice'
import { ConversationRow, conversationRowHeight } from '../messages/ConversationRow'
import { RowSkeletons } from '../RowSkeletons'

const shown = 5

/** Who wrote and was not read yet. */
export function UnreadCard() {
  const { data, error, isPending, refetch } = useConversations({ unread: true })
  const unread = itemsOf(data).filter((conversation) => conversation.unreadCount > 0)
  return (
    <Card
      title="Unread"
      aside={
        unread.length > shown && (
          <Link
            to="/messages"
            search={{ unread: true }}
            className="text-sm font-medium text-accent-ink hover:underline"
          >
            Show all
          </Link>
        )
      }
    >
      {error && !data && (
        <ErrorNotice error={error} what="The texts could not be read." onRetry={() => void refetch()} className="m-4" />
      )}
      {isPending && <RowSkeletons rowHeight={conversationRowHeight} rows={3} />}
      {data && unread.length === 0 && <EmptyState icon={MailCheck} title="Everything is read" />}
      <ul aria-label="Unread" className="[&>li:last-child>*]:border-b-0">
        {unread.slice(0, shown).map((conversation) => (
          <li key={conversation.id} style={{ height: conversationRowHeight }}>
            <ConversationRow conversation={conversation} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
