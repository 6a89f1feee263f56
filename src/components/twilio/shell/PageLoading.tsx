import { Skeleton } from '@/components/ui/skeleton'

export function PageLoading() {
  return (
    <div className="flex flex-1 flex-col" aria-busy>
      <div className="flex h-13 items-center border-b bg-surface px-4">
        <Skeleton className="h-5 w-32" />
      </div>
    </div>
  )
}
