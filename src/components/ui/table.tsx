import type { ComponentProps } from 'react'
import { cn } from './cn'

export function Table({ className, ...props }: ComponentProps<'table'>) {
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface">
      <table {...props} className={cn('w-full text-left', className)} />
    </div>
  )
}

export function HeaderCell({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...props}
      className={cn('h-9 border-b px-3 text-xs font-medium text-ink-faint first:pl-4', className)}
    />
  )
}

export function Cell({ className, ...props }: ComponentProps<'td'>) {
  return <td {...props} className={cn('border-b px-3 py-2 first:pl-4 [tr:last-child>&]:border-b-0', className)} />
}
