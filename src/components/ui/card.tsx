import type { ReactNode } from 'react'
import { cn } from './cn'

/** A titled surface. */
export function Card({ title, aside, className, children }: CardProps) {
  return (
    <section aria-label={title} className={cn('flex min-w-0 flex-col rounded-lg border bg-surface', className)}>
      <header className="flex h-11 shrink-0 items-center justify-between gap-2 border-b px-4">
        <h2 className="text-base font-semibold">{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  )
}

type CardProps = { title: string; aside?: ReactNode; className?: string; children: ReactNode }
