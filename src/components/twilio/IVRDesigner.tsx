import { useParams } from '@tanstack/react-router'
import { Skeleton } from '@/components/ui/skeleton'
import { useFlow } from '@/hooks/useFlows'
import { ErrorNotice } from './ErrorNotice'
import { Designer } from './ivr/Designer'
import { PageHeader } from './shell/PageHeader'

/** One flow: seen, changed, tried, published. */
export function IVRDesigner() {
  const { flowId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useFlow(flowId)
  if (data) return <Designer key={data.id} flow={data} />
  return (
    <>
      <PageHeader title="Flow" />
      {error ? (
        <ErrorNotice error={error} what="The flow could not be read." onRetry={() => void refetch()} className="m-4" />
      ) : (
        <Skeleton className="m-4 flex-1 rounded-lg" />
      )}
    </>
  )
}
