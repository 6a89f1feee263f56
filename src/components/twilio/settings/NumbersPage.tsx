import { Hash } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { useNumbers } from '@/hooks/useNumbers'
import { ErrorNotice } from '../ErrorNotice'
import { NumberCard } from './NumberCard'

/** Our numbers, and how each answers. */
export function NumbersPage() {
  const { data, error, isPending, refetch } = useNumbers()
  if (error && !data) {
    return <ErrorNotice error={error} what="The numbers could not be read." onRetry={() => void refetch()} />
  }
  if (isPending) return <Skeleton className="h-64 rounded-lg" />
  if (data.items.length === 0) {
    return (
      <EmptyState icon={Hash} title="No numbers yet">
        <p>Buy a number in Twilio’s console. It appears here with the next start.</p>
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-4">
      {data.items.map((number) => (
        <NumberCard key={number.id} number={number} />
      ))}
    </div>
  )
}
