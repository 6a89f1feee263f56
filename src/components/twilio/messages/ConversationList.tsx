import { getRouteApi } from '@tanstack/react-router'
import { MessageSquareText, SearchX } from 'lucide-react'
import { useDeferredValue, useRef } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { VirtualList } from '@/components/ui/virtual-list'
import { itemsOf } from '@/hooks/cache/pages'
import { useHeldBack } from '@/hooks/use-held-back'
import { useConversations } from '@/hooks/useConversations'
import type { Conversation } from '@/shared/schemas/message'
import { ErrorNotice } from '../ErrorNotice'
import { FirstStep } from '../FirstStep'
import { NewRowsPill } from '../NewRowsPill'
import { RowSkeletons } from '../RowSkeletons'
import { ConversationRow, conversationRowHeight } from './ConversationRow'

const route = getRouteApi('/signed-in/messages')

export function ConversationList() {
  const { q, unread } = route.useSearch()
  const term = useDeferredValue(q?.trim())
  const filter = { ...(term && { q: term }), ...(unread && { unread }) }
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useConversations(filter)
  const scrollRef = useRef<HTMLDivElement>(null)
  const { shown, held, release, onEndChange } = useHeldBack(itemsOf(data), lastMessageAtOf)

  if (error && !data) {
    return (
      <ErrorNotice
        error={error}
        what="The conversations could not be read."
        onRetry={() => void refetch()}
        className="m-4"
      />
    )
  }
  if (isPending) return <RowSkeletons rowHeight={conversationRowHeight} />
  if (shown.length === 0) {
    if (term) return <EmptyState icon={SearchX} title={`Nobody matches “${term}”.`} />
    if (unread) return <EmptyState icon={MessageSquareText} title="Everything is read." />
    return (
      <EmptyState icon={MessageSquareText} title="No texts yet">
        <FirstStep action="text" />
      </EmptyState>
    )
  }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <NewRowsPill
        count={held}
        onShow={() => {
          release()
          scrollRef.current?.scrollTo({ top: 0 })
        }}
      />
      <VirtualList
        label="Conversations"
        items={shown}
        itemKey={(conversation) => conversation.id}
        rowHeight={conversationRowHeight}
        scrollRef={scrollRef}
        hasMore={hasNextPage}
        onTopChange={onEndChange}
        onEndReached={() => !isFetchingNextPage && void fetchNextPage()}
      >
        {(conversation) => <ConversationRow conversation={conversation} />}
      </VirtualList>
    </div>
  )
}

function lastMessageAtOf(conversation: Conversation) {
  return conversation.lastMessageAt
}
