import { useInfiniteQuery } from '@tanstack/react-query'
import { CalendarClock, CalendarPlus, History } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { listScheduledMessages } from '@/hooks/api/scheduled-messages'
import { itemsOf } from '@/hooks/cache/pages'
import { useCallBacks } from '@/hooks/useCallBacks'
import { useForbidden } from '@/hooks/useMe'
import { useCallRetries } from '@/hooks/useCallRetries'
import { queryKeys } from '@/hooks/query-keys'
import type { ScheduledMessage } from '@/shared/schemas/scheduled-message'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { useDashboardActions } from '../shell/dashboard-actions'
import { PageHeader } from '../shell/PageHeader'
import { CallBacks } from '../call-backs/CallBacks'
import { WaitingCalls } from '../retries/WaitingCalls'
import { EditWaiting } from './EditWaiting'
import { WaitingRow } from './WaitingRow'

const views = [
  { value: 'open', label: 'Waiting' },
  { value: 'past', label: 'Earlier' },
] as const

/** Texts that go out later, planned or held, each with why and when by the recipient's wall; and what came of the earlier ones. */
export function WaitingPage() {
  const [view, setView] = useState<'open' | 'past'>('open')
  const [editing, setEditing] = useState<ScheduledMessage | null>(null)
  const open = view === 'open'
  const { planCallBack } = useDashboardActions()
  const forbidden = useForbidden()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: queryKeys.scheduledMessageList(open),
    queryFn: ({ pageParam, signal }) =>
      listScheduledMessages({ open, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
  const texts = itemsOf(data)
  const retries = useCallRetries({ open }).data?.items.length ?? 0
  const hasCalls = retries + (useCallBacks(open).data?.items.length ?? 0) > 0
  return (
    <>
      <PageHeader title="Waiting">
        <SegmentedControl label="Which texts" value={view} options={views} onChange={setView} />
        <Button variant="primary" disabledReason={forbidden('calls.place')} onClick={() => planCallBack()}>
          <CalendarPlus aria-hidden /> Call back
        </Button>
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-surface">
        <CallBacks open={open} />
        <WaitingCalls open={open} />
        {error && !data && (
          <ErrorNotice
            error={error}
            what="The waiting texts could not be read."
            onRetry={() => void refetch()}
            className="m-4"
          />
        )}
        {isPending && <RowSkeletons rowHeight={88} rows={4} />}
        {data && texts.length === 0 && !hasCalls && (open ? <NothingWaits /> : <NothingEarlier />)}
        {texts.length > 0 && (
          <ul aria-label={open ? 'Waiting texts' : 'Earlier texts'} data-key-list>
            {texts.map((text) => (
              <WaitingRow key={text.id} text={text} onEdit={() => setEditing(text)} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Button className="m-4 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
      {editing && <EditWaiting text={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function NothingWaits() {
  return (
    <EmptyState icon={CalendarClock} title="Nothing is waiting">
      <p>
        Texts planned for later are listed here, and those that wait for morning where their recipient is. Whatever
        would be out of date by then is shown for you to decide. Whoever is to be called back stands here too.
      </p>
    </EmptyState>
  )
}

function NothingEarlier() {
  return (
    <EmptyState icon={History} title="Nothing yet">
      <p>What came of texts for later: sent, canceled, or why they were not sent.</p>
    </EmptyState>
  )
}

const startOfList: string | null = null
