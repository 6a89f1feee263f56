import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { CircleCheckBig } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listOperations } from '@/hooks/api/operations'
import { listRecoveries } from '@/hooks/api/recoveries'
import { itemsOf } from '@/hooks/cache/pages'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { PageHeader } from '../shell/PageHeader'
import { ModelTrouble } from './ModelTrouble'
import { OperationRow } from './OperationRow'
import { RecoveryRow } from './RecoveryRow'

/** What went wrong and waits for somebody, and what was mended that somebody should know of. */
export function AttentionPage() {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: queryKeys.operations,
    queryFn: ({ pageParam, signal }) =>
      listOperations({ open: true, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  })
  const { data: recoveries } = useQuery({
    queryKey: queryKeys.recoveries,
    queryFn: ({ signal }) => listRecoveries(signal),
  })
  const forbidden = useForbidden()
  const operations = itemsOf(data)
  const recovered = recoveries?.items ?? []
  return (
    <>
      <PageHeader title="Attention" />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-surface">
        {error && !data && (
          <ErrorNotice
            error={error}
            what="The failed operations could not be read."
            onRetry={() => void refetch()}
            className="m-4"
          />
        )}
        {!forbidden('ai_settings.read') && <ModelTrouble />}
        {isPending && <RowSkeletons rowHeight={72} rows={4} />}
        {recovered.length > 0 && (
          <ul aria-label="Recovered">
            {recovered.map((recovery) => (
              <RecoveryRow key={recovery.id} recovery={recovery} />
            ))}
          </ul>
        )}
        {data && operations.length === 0 && recovered.length === 0 && (
          <EmptyState icon={CircleCheckBig} title="Nothing needs you">
            <p>Texts, calls and jobs that fail and cannot mend themselves are listed here, with the reason.</p>
          </EmptyState>
        )}
        {operations.length > 0 && (
          <ul aria-label="Failed operations" data-key-list>
            {operations.map((operation) => (
              <OperationRow key={operation.id} operation={operation} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Button className="m-4 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
    </>
  )
}

const startOfList: string | null = null
