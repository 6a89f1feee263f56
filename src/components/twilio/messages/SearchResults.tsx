import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { VirtualList } from '@/components/ui/virtual-list'
import { itemsOf } from '@/hooks/cache/pages'
import { useActorName } from '@/hooks/useColleagues'
import { useConversations } from '@/hooks/useConversations'
import { useInboxSearch } from '@/hooks/useInboxSearch'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { ConversationRow, conversationRowHeight } from './ConversationRow'
import { HitRow } from './HitRow'
import { MarkedText } from './MarkedText'

const fewPeople = 4
const headingClass = 'flex h-8 shrink-0 items-center justify-between bg-canvas px-3 text-xs font-medium text-ink-faint'

/** What a search finds: conversations by name or number, then texts and notes by their words. */
export function SearchResults({ q }: { q: string }) {
  const people = useConversations({ q })
  const hits = useInboxSearch(q)
  const actorName = useActorName()
  const [allPeopleOf, setAllPeopleOf] = useState<string | null>(null)
  const error = (people.data ? null : people.error) ?? (hits.data ? null : hits.error)
  if (error) {
    const retry = () => void Promise.all([people.refetch(), hits.refetch()])
    return <ErrorNotice error={error} what="The search failed." onRetry={retry} className="m-4" />
  }
  if (people.isPending || hits.isPending) return <RowSkeletons rowHeight={conversationRowHeight} />
  const found = itemsOf(people.data)
  const shown = allPeopleOf === q ? found : found.slice(0, fewPeople)
  const words = itemsOf(hits.data)
  if (found.length === 0 && words.length === 0) {
    return (
      <EmptyState icon={SearchX} title={`Nothing has “${q}”.`}>
        Names, numbers, and the words of texts and notes were searched.
      </EmptyState>
    )
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-key-list>
      {shown.length > 0 && (
        <section aria-label="People" className="flex max-h-1/2 shrink-0 flex-col">
          <h2 className={headingClass}>
            People
            {found.length > shown.length && (
              <Button variant="quiet" size="small" className="-mr-2 h-6" onClick={() => setAllPeopleOf(q)}>
                Show {people.hasNextPage ? 'more' : `all ${found.length}`}
              </Button>
            )}
          </h2>
          <ul aria-label="Conversations" className="overflow-y-auto">
            {shown.map((conversation) => (
              <li key={conversation.id} style={{ height: conversationRowHeight }}>
                <ConversationRow conversation={conversation} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {words.length > 0 && (
        <section aria-label="Texts and notes" className="flex min-h-0 flex-1 flex-col">
          <h2 className={headingClass}>Texts and notes</h2>
          <VirtualList
            label="Texts and notes"
            items={words}
            itemKey={(hit) => hit.id}
            rowHeight={conversationRowHeight}
            hasMore={hits.hasNextPage}
            onEndReached={() => !hits.isFetchingNextPage && void hits.fetchNextPage()}
          >
            {(hit) => (
              <HitRow
                kind={hit.kind}
                entryId={hit.id}
                conversation={hit.conversation}
                author={hit.direction === 'inbound' ? null : actorName(hit.author)}
                at={hit.at}
              >
                <MarkedText text={hit.body} q={q} />
              </HitRow>
            )}
          </VirtualList>
        </section>
      )}
    </div>
  )
}
