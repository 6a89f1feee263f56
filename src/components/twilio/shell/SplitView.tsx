import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type SplitViewProps = {
  detailOpen: boolean
  detail: ReactNode
  /** The list keeps its width whether or not something is open. */
  alwaysSplit?: boolean
  children: ReactNode
}

/** A list beside what is open in it; on a narrow screen one at a time. */
export function SplitView({ detailOpen, detail, alwaysSplit = false, children }: SplitViewProps) {
  const split = detailOpen || alwaysSplit
  return (
    <div className="flex min-h-0 flex-1">
      <div
        className={cn(
          'min-h-0 min-w-0 flex-col bg-surface',
          detailOpen ? 'hidden md:flex' : 'flex',
          split ? 'w-full md:w-88 md:shrink-0 md:border-r lg:w-104' : 'flex-1',
          alwaysSplit && 'lg:w-92',
        )}
      >
        {children}
      </div>
      {split && (
        <div className={cn('min-h-0 min-w-0 flex-1 flex-col', detailOpen ? 'flex' : 'hidden md:flex')}>{detail}</div>
      )}
    </div>
  )
}
