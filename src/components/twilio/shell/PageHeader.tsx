import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type PageHeaderProps = {
  title: string
  /** Something is open that needs the whole of a narrow screen. */
  detailOpen?: boolean
  children?: ReactNode
}

/** The title of a page and what one can do there. */
export function PageHeader({ title, detailOpen = false, children }: PageHeaderProps) {
  return (
    <>
      {detailOpen && <h1 className="sr-only md:hidden">{title}</h1>}
      <header
        className={cn('flex h-13 shrink-0 items-center gap-2 border-b bg-surface px-4', detailOpen && 'max-md:hidden')}
      >
        <h1 className="mr-auto truncate text-lg font-semibold">{title}</h1>
        {children}
      </header>
    </>
  )
}
