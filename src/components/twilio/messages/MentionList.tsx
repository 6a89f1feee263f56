import { AtSign } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { VirtualList } from '@/components/ui/virtual-list'
import { itemsOf } from '@/hooks/cache/pages'
import { useMentions } from '@/hooks/useInboxSearch'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { conversationRowHeight } from './ConversationRow'
import { HitRow } from './HitRow'

/** The notes in which colleagues mention whoever is signed in. */
export function MentionList() {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useMentions()
  if (error && !data) {
    return (
      <ErrorNotice
        error={error}
        what="The mentions could not be read."
        onRetry={() => void refetch()}
        className="m-4"
      />
    )
  }
  if (isPending) return <RowSkeletons rowHeight={conversationRowHeight} />
  const mentions = itemsOf(data)
  if (mentions.length === 0) {
    return (
      <EmptyState icon={AtSign} title="Nobody has mentioned you">
        A colleague who writes @ and your name in a note brings its conversation here.
      </EmptyState>
    )
  }
  return (
    <VirtualList
      label="Mentions"
      items={mentions}
      itemKey={(mention) => mention.id}
      rowHeight={conversationRowHeight}
      hasMore={hasNextPage}
      onEndReached={() => !isFetchingNextPage && void fetchNextPage()}
    >
      {({ id, note, conversation, readAt }) => (
        <HitRow
          kind="mention"
          entryId={id}
          conversation={conversation}
          author={note.authorName}
          at={note.createdAt}
          unread={readAt === null}
        >
          {note.body}
        </HitRow>
      )}
    </VirtualList>
  )
}
