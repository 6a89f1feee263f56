import { Phone } from 'lucide-react'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { itemsOf } from '@/hooks/cache/pages'
import { useCalls } from '@/hooks/useCalls'
import { CallRow, callRowHeight } from '../calls/CallRow'
import { ErrorNotice } from '../ErrorNotice'
import { FirstStep } from '../FirstStep'
import { RowSkeletons } from '../RowSkeletons'

export function ActiveCallsCard() {
  const { data, error, isPending, refetch } = useCalls({ active: true })
  const calls = itemsOf(data)
  return (
    <Card title="Active calls">
      {error && !data && (
        <ErrorNotice error={error} what="The calls could not be read." onRetry={() => void refetch()} className="m-4" />
      )}
      {isPending && <RowSkeletons rowHeight={callRowHeight} rows={2} />}
      {data && calls.length === 0 && (
        <EmptyState icon={Phone} title="Nobody is on the phone">
          <FirstStep action="call" />
        </EmptyState>
      )}
      {calls.length > 0 && (
        <ul aria-label="Active calls" className="@container [&>li:last-child>*]:border-b-0">
          {calls.map((call) => (
            <li key={call.id} style={{ height: callRowHeight }}>
              <CallRow call={call} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
