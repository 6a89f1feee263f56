import type { ReactNode } from 'react'
import { cn } from './cn'

export function Kbd({ children, inverted = false }: { children: ReactNode; inverted?: boolean }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded border px-1 font-sans text-xs',
        inverted ? 'border-current/30' : 'bg-sunken text-ink-soft',
      )}
    >
      {children}
    </kbd>
  )
}
