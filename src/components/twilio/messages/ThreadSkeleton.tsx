import { Skeleton } from '@/components/ui/skeleton'

const widths = ['w-2/5', 'w-1/2 ml-auto', 'w-1/3', 'w-3/5 ml-auto']

export function ThreadSkeleton() {
  return (
    <div aria-busy className="mx-auto flex w-full max-w-3xl flex-1 flex-col justify-end gap-3 p-5">
      {widths.map((width) => (
        <Skeleton key={width} className={`h-12 rounded-2xl ${width}`} />
      ))}
    </div>
  )
}
