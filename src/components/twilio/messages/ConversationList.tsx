import { getRouteApi } from '@tanstack/react-router'
import { AlarmClock, CheckCheck, MessageSquareText } from 'lucide-react'
import { useDeferredValue, useRef } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { VirtualList } from '@/components/ui/virtual-list'
import type { ConversationFilter } from '@/hooks/api/messages'
import { itemsOf } from '@/hooks/cache/pages'
import { useHeldBack } from '@/hooks/use-held-back'
import { useConversations } from '@/hooks/useConversations'
import { useMe } from '@/hooks/useMe'
import type { Conversation } from '@/shared/schemas/message'
import { ErrorNotice } from '../ErrorNotice'
import { FirstStep } from '../FirstStep'
import { NewRowsPill } from '../NewRowsPill'
import { RowSkeletons } from '../RowSkeletons'
import { ConversationRow, conversationRowHeight } from './ConversationRow'
import { inboxFilter } from './inbox-filter'
import { MentionList } from './MentionList'
import { SearchResults } from './SearchResults'

const route = getRouteApi('/signed-in/messages')

/** The conversations that the address asks for, or what a search found. */
export function ConversationList() {
  const search = route.useSearch()
  const { data: me } = useMe()
  const term = useDeferredValue(search.q?.trim())
  if (term) return <SearchResults q={term} />
  if (search.view === 'mentions') return <MentionList />
  const filter = inboxFilter({ ...search, q: undefined }, me?.id ?? '')
  return <FilteredList key={JSON.stringify(filter)} filter={filter} />
}

function FilteredList({ filter }: { filter: ConversationFilter }) {
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
  if (shown.length === 0) return <NothingHere filter={filter} />
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

function NothingHere({ filter }: { filter: ConversationFilter }) {
  const { data } = useConversations({})
  const noneAtAll = data !== undefined && itemsOf(data).length === 0
  if (noneAtAll) {
    return (
      <EmptyState icon={MessageSquareText} title="No texts yet">
        <FirstStep action="text" />
      </EmptyState>
    )
  }
  if (filter.unread) return <EmptyState icon={CheckCheck} title="Everything is read." />
  if (filter.status === 'snoozed') {
    return (
      <EmptyState icon={AlarmClock} title="Nothing is snoozed">
        Press s in a conversation to set it aside until a time; it comes back by itself, or with a text.
      </EmptyState>
    )
  }
  if (filter.status === 'open') {
    return (
      <EmptyState icon={CheckCheck} title={filter.assignedTo ? 'Nothing waits here' : 'All done'}>
        A text to one of your numbers opens its conversation again.
      </EmptyState>
    )
  }
  return <EmptyState icon={MessageSquareText} title="No such conversations" />
}

function lastMessageAtOf(conversation: Conversation) {
  return conversation.lastMessageAt
}
