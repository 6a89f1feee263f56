import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Input } from './input'

/** A search box; `/` anywhere on the page comes here. */
export function SearchInput({ className, ...props }: ComponentProps<'input'>) {
  return (
    <div className={cn('relative min-w-0', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-faint" />
      <Input type="search" data-page-search {...props} className="pl-8" />
    </div>
  )
}
