import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Hash } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { useNumbers } from '@/hooks/useNumbers'
import { ErrorNotice } from '../../ErrorNotice'
import { NumberCard } from '../NumberCard'

/** One of our numbers: how it stands at Twilio, what answers it, and what a caller meets at any hour. */
export function NumberPage() {
  const { numberId } = useParams({ from: '/signed-in/settings/numbers/$numberId' })
  const { data, error, isPending, refetch } = useNumbers()
  if (error && !data) {
    return <ErrorNotice error={error} what="The number could not be read." onRetry={() => void refetch()} />
  }
  if (isPending) return <Skeleton className="h-64 rounded-lg" />
  const number = data.items.find(({ id }) => id === numberId)
  return (
    <div className="grid gap-3">
      <Link
        to="/settings/numbers"
        className="flex items-center gap-1.5 justify-self-start text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" /> All numbers
      </Link>
      {number ? (
        <NumberCard key={number.id} number={number} />
      ) : (
        <EmptyState icon={Hash} title="This is none of our numbers">
          <p>It may have been given back. Its calls and texts are kept.</p>
        </EmptyState>
      )}
    </div>
  )
}
