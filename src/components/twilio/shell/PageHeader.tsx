import type { ReactNode } from 'react'

/** The title of a page and what one can do there. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b bg-surface px-4">
      <h1 className="mr-auto truncate text-lg font-semibold">{title}</h1>
      {children}
    </header>
  )
}
