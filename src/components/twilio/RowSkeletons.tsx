import { Skeleton } from '@/components/ui/skeleton'

/** A list that is still being read, in its final shape. */
export function RowSkeletons({ rowHeight, rows = 8 }: { rowHeight: number; rows?: number }) {
  return (
    <div aria-busy>
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center gap-3 border-b px-4" style={{ height: rowHeight }}>
          <Skeleton className="size-8 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="w-1/3" />
            <Skeleton className="h-3 w-1/2" />
          </div>
          <Skeleton className="w-12" />
        </div>
      ))}
    </div>
  )
}
