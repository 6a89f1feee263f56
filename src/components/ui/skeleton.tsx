import { cn } from './cn'

/** A grey shape where text will be. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('h-3.5 animate-pulse-soft rounded bg-sunken', className)} />
}
