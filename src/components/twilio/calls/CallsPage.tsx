import { getRouteApi, Outlet, useParams } from '@tanstack/react-router'
import { Phone, PhoneOff } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { VirtualList } from '@/components/ui/virtual-list'
import { itemsOf } from '@/hooks/cache/pages'
import { useHeldBack } from '@/hooks/use-held-back'
import { useCalls } from '@/hooks/useCalls'
import { useForbidden } from '@/hooks/useMe'
import type { Call } from '@/shared/schemas/call'
import { ErrorNotice } from '../ErrorNotice'
import { FirstStep } from '../FirstStep'
import { NewRowsPill } from '../NewRowsPill'
import { RowSkeletons } from '../RowSkeletons'
import { useDashboardActions } from '../shell/dashboard-actions'
import { PageHeader } from '../shell/PageHeader'
import { SplitView } from '../shell/SplitView'
import { CallFilters } from './CallFilters'
import { CallRow, callRowHeight } from './CallRow'

const route = getRouteApi('/signed-in/calls')

export function CallsPage() {
  const { callSid } = useParams({ strict: false })
  const { dial } = useDashboardActions()
  const forbidden = useForbidden()
  return (
    <>
      <PageHeader title="Calls" detailOpen={callSid !== undefined}>
        <Button variant="primary" disabledReason={forbidden('calls.place')} onClick={() => dial()}>
          <Phone aria-hidden /> Call
        </Button>
      </PageHeader>
      <SplitView detailOpen={callSid !== undefined} detail={<Outlet />}>
        <CallFilters />
        <CallList />
      </SplitView>
    </>
  )
}

function CallList() {
  const filter = route.useSearch()
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useCalls(filter)
  const scrollRef = useRef<HTMLDivElement>(null)
  const { shown, held, release, onEndChange } = useHeldBack(itemsOf(data), startedAtOf)

  if (error && !data) {
    return (
      <ErrorNotice error={error} what="The calls could not be read." onRetry={() => void refetch()} className="m-4" />
    )
  }
  if (isPending) return <RowSkeletons rowHeight={callRowHeight} />
  if (shown.length === 0) {
    return Object.values(filter).some(Boolean) ? (
      <EmptyState icon={PhoneOff} title="No call fits these filters." />
    ) : (
      <EmptyState icon={Phone} title="No calls yet">
        <FirstStep action="call" />
      </EmptyState>
    )
  }
  return (
    <div className="@container relative flex min-h-0 flex-1 flex-col">
      <NewRowsPill
        count={held}
        onShow={() => {
          release()
          scrollRef.current?.scrollTo({ top: 0 })
        }}
      />
      <VirtualList
        label="Calls"
        items={shown}
        itemKey={(call) => call.id}
        rowHeight={callRowHeight}
        scrollRef={scrollRef}
        hasMore={hasNextPage}
        onTopChange={onEndChange}
        onEndReached={() => !isFetchingNextPage && void fetchNextPage()}
      >
        {(call) => <CallRow call={call} />}
      </VirtualList>
    </div>
  )
}

function startedAtOf(call: Call) {
  return call.startedAt
}
